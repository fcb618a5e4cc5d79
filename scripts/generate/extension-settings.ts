import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { configurationSchema } from "@plimsoll/core";
import { DEFAULT_SETTINGS, SETTINGS_SECTION, type Settings } from "@plimsoll/language-server/protocol";
import { root, type Output } from "./outputs.ts";

interface SettingText {
  readonly description: string;
  /** What each value does, where there are only some. */
  readonly values?: Readonly<Record<string, string>>;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a person reads about the settings that the server asks for. */
const texts: { readonly [Key in keyof Settings]: SettingText } = {
  enable: { description: "Check the files of this folder." },
  profile: {
    description: "How to judge, over the profile in `plimsoll.yaml`. Empty: what the file says.",
  },
  configurationFile: {
    description:
      "Path of the configuration file from the folder. Empty: `plimsoll.yaml` or `plimsoll.yml` at its top.",
  },
  showWaived: {
    description: "Show findings that a waiver or an ignore comment excuses, as hints.",
  },
  indexWorkspace: {
    description: "Check files that are not open too, and what only several files together show.",
  },
  problems: {
    description: "Which files the list of problems is about.",
    values: { openFiles: "Files that are open.", workspace: "All files of the workspace." },
  },
  maximumProblems: {
    description: "How many problems of one file are shown at most.",
    minimum: 1,
    maximum: 1000,
  },
};

const TRACE = `${SETTINGS_SECTION}.trace.server`;

/** The settings of the extension, in its manifest and its texts: they follow from the server's settings and the configuration's schema. */
export async function extensionSettings(): Promise<readonly Output[]> {
  const { ruleSet } = await import("../../packages/rules/src/rule-set.ts");
  const profiles = profilesOf(configurationSchema(ruleSet));
  const strings: Record<string, string> = {};
  const properties: Record<string, object> = {};
  for (const [key, text] of Object.entries(texts) as [keyof Settings, SettingText][]) {
    const value = DEFAULT_SETTINGS[key];
    strings[`setting.${key}`] = text.description;
    properties[`${SETTINGS_SECTION}.${key}`] = {
      type: typeof value,
      default: value,
      scope: "resource",
      markdownDescription: `%setting.${key}%`,
      ...(key === "profile" ? { enum: ["", ...profiles] } : {}),
      ...choicesOf(key, text, strings),
      ...(text.minimum === undefined ? {} : { minimum: text.minimum, maximum: text.maximum }),
    };
  }
  strings["setting.trace"] = "What to log of the talk between editor and server, in the output.";
  properties[TRACE] = {
    type: "string",
    default: "off",
    enum: ["off", "messages", "verbose"],
    scope: "window",
    markdownDescription: "%setting.trace%",
  };
  return [await manifest({ title: "Plimsoll", properties }), await manifestTexts(strings)];
}

function choicesOf(key: string, { values }: SettingText, strings: Record<string, string>): object {
  if (values === undefined) return {};
  const names = Object.keys(values);
  for (const name of names) strings[`setting.${key}.${name}`] = values[name] ?? "";
  return { enum: names, enumDescriptions: names.map((name) => `%setting.${key}.${name}%`) };
}

function profilesOf(schema: unknown): readonly string[] {
  const found = at(at(at(schema, "properties"), "profile"), "enum");
  if (!Array.isArray(found) || !found.every((name) => typeof name === "string"))
    throw new Error("The schema of plimsoll.yaml names no profiles.");
  return found;
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
}

const MANIFEST = "extension/package.json";

async function manifest(configuration: object): Promise<Output> {
  const read: { contributes: Record<string, unknown> } = JSON.parse(
    await readFile(join(root, MANIFEST), "utf8"),
  );
  read.contributes["configuration"] = configuration;
  return { path: MANIFEST, text: `${JSON.stringify(read, undefined, 2)}\n` };
}

const TEXTS = "extension/package.nls.json";

/** Keeps what people wrote and replaces what stands for settings. */
async function manifestTexts(settings: Readonly<Record<string, string>>): Promise<Output> {
  const read: Record<string, string> = JSON.parse(await readFile(join(root, TEXTS), "utf8"));
  const kept = Object.entries(read).filter(([key]) => !key.startsWith("setting."));
  const all = Object.fromEntries([...kept, ...Object.entries(settings)]);
  return { path: TEXTS, text: `${JSON.stringify(all, undefined, 2)}\n` };
}
