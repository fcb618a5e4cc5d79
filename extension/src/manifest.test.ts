import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { COMMANDS, DEFAULT_SETTINGS } from "@plimsoll/language-server/protocol";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "./client/documents.ts";

const extension = fileURLToPath(new URL("../", import.meta.url));

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly capabilities: object;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

interface Setting {
  readonly scope: string;
  readonly default: unknown;
}

function read(path: string): string {
  return readFileSync(join(extension, path), "utf8");
}

const manifest: Manifest = JSON.parse(read("package.json"));
const texts: Readonly<Record<string, string>> = JSON.parse(read("package.nls.json"));
const { commands, configuration, walkthroughs } = manifest.contributes;

/** The source of everything but tests. */
const source = readdirSync(join(extension, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => read(join("src", name)))
  .join("\n");

describe("the manifest", () => {
  it("has what the Marketplace and Open VSX ask for", () => {
    expect(manifest).toMatchObject({
      publisher: "plimsoll",
      name: "plimsoll-vscode",
      license: "Apache-2.0",
      engines: { vscode: "^1.91.0" },
    });
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(manifest.publisher).toMatch(/^[a-z0-9][a-z0-9-]*$/u);
    expect(statSync(join(extension, manifest.icon)).size).toBeLessThan(10_000);
    expect(read("README.md")).not.toMatch(/\]\((?!https:)/u);
    expect(read("CHANGELOG.md")).toContain(`## ${manifest.version}`);
  });

  it("is woken by languages alone, and by all that the client listens to", () => {
    expect([...manifest.activationEvents].sort()).toEqual(
      LANGUAGES.map((language) => `onLanguage:${language}`).sort(),
    );
  });

  it("works in full where nothing is trusted and where there is no disk", () => {
    expect(manifest.capabilities).toEqual({
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    });
  });

  it("has a text for each name, and no text without one", () => {
    const used = [...read("package.json").matchAll(/%([\w.-]+)%/gu)].map(([, key = ""]) => key);
    expect([...new Set(used)].sort()).toEqual(Object.keys(texts).sort());
  });

  it("lists each command that the code registers, under one category", () => {
    const registered = [...source.matchAll(/"(plimsoll\.\w+)": (?:async )?\(/gu)].map(([, id = ""]) => id);
    const listed = commands.map(({ command }) => command);
    expect([...registered, ...Object.values(COMMANDS)].sort()).toEqual(listed.sort());
    expect(new Set(commands.map(({ category }) => category))).toEqual(new Set(["Plimsoll"]));
  });

  it("has few settings: those of the server with its defaults, per folder, and the log", () => {
    const { "plimsoll.trace.server": trace, ...settings } = configuration.properties;
    expect(trace?.scope).toBe("window");
    expect(Object.keys(configuration.properties).length).toBeLessThanOrEqual(15);
    expect(new Set(Object.values(settings).map(({ scope }) => scope))).toEqual(new Set(["resource"]));
    const defaults = Object.entries(settings).map(([name, setting]) => [
      name.replace("plimsoll.", ""),
      setting.default,
    ]);
    expect(Object.fromEntries(defaults)).toEqual(DEFAULT_SETTINGS);
  });

  it("leads through five steps, each with a page and an end", () => {
    const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    expect(steps).toHaveLength(5);
    for (const { media, completionEvents } of steps) {
      expect(read(media.markdown)).toMatch(/^## /u);
      expect(completionEvents.length).toBeGreaterThan(0);
    }
  });

  it("speaks to no machine and counts nobody", () => {
    expect(source).not.toMatch(
      /\bfetch\(|node:https?|XMLHttpRequest|WebSocket|createTelemetryLogger|openExternal/u,
    );
  });
});
