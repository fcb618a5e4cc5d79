import { join } from "node:path";
import type { RuleSet } from "@plimsoll/core";
import { describe, expect, it } from "vitest";
import { temporaryTree, type TemporaryTree } from "../testing/temporary-tree.ts";
import { loadWaivers } from "./load-waivers.ts";
import { openWorkspace, type Workspace } from "./open-workspace.ts";

const ruleSet: RuleSet = {
  rules: new Map(),
  references: {},
  requirements: {},
  renamed: new Map(),
  profiles: {
    "reference-design": {
      name: "reference-design",
      title: "",
      description: "",
      rules: {},
      onlyListed: false,
      inlineIgnores: true,
      waiverMaximumDays: 365,
    },
  },
};

interface Options {
  readonly cwd?: string;
  readonly paths?: readonly string[];
  readonly config?: string;
}

function open(tree: TemporaryTree, options: Options = {}): Promise<Workspace> {
  return openWorkspace({
    cwd: join(tree.root, options.cwd ?? "."),
    paths: options.paths ?? [],
    config: options.config,
    overrides: {},
    ruleSet,
  });
}

const FILES = {
  ".git/HEAD": "",
  "plimsoll.yaml": 'kubernetesVersion: "1.30"\n',
  "team/plimsoll.yaml": 'kubernetesVersion: "1.31"\nfiles:\n  exclude: [vendor/**, ./x.yaml]\n',
  "team/app/a.yaml": "",
  "other/b.yaml": "",
};

describe("openWorkspace", () => {
  it.each<[string, Options, string | undefined, number]>([
    ["the folder of the call", {}, "plimsoll.yaml", 30],
    ["the nearest above the paths", { paths: ["team/app"] }, "team/plimsoll.yaml", 31],
    ["the nearest above a file", { paths: ["team/app/a.yaml"] }, "team/plimsoll.yaml", 31],
    ["the nearest above the call", { cwd: "team/app" }, "team/plimsoll.yaml", 31],
    ["the one above all paths", { paths: ["team/app", "other"] }, "plimsoll.yaml", 30],
    ["the one that is named", { config: "team/plimsoll.yaml" }, "team/plimsoll.yaml", 31],
  ])("takes the configuration of %s", async (_name, options, file, minor) => {
    using tree = temporaryTree(FILES);
    const workspace = await open(tree, options);
    expect(workspace.root).toBe(tree.root);
    expect(workspace.configurationFile).toBe(file);
    expect(workspace.configuration.kubernetesMinor).toBe(minor);
  });

  it("takes none where none is wanted", async () => {
    using tree = temporaryTree(FILES);
    expect((await open(tree, { config: "none" })).configurationFile).toBeUndefined();
  });

  it("counts globs from the configuration's folder", async () => {
    using tree = temporaryTree(FILES);
    const { configuration } = await open(tree, { cwd: "team" });
    expect(configuration.exclude).toEqual(["team/vendor/**", "team/x.yaml"]);
  });

  it("takes the folder of the call as root where there is no repository, and looks no further up", async () => {
    using tree = temporaryTree({
      "plimsoll.yaml": "profile: nonsense\n",
      "work/deep/a.yaml": "",
      "elsewhere/a.yaml": "",
    });
    const inside = await open(tree, { cwd: "work", paths: ["deep"] });
    expect([inside.root, inside.configurationFile, inside.isRepository]).toEqual([
      join(tree.root, "work"),
      undefined,
      false,
    ]);
    const outside = await open(tree, { cwd: "work", paths: ["../elsewhere/a.yaml"] });
    expect(outside.root).toBe(join(tree.root, "elsewhere"));
  });

  it.each([
    ["absent.yaml", "config/not-found"],
    ["/etc/hostname", "config/outside-workspace"],
  ])("refuses --config %s", async (config, code) => {
    using tree = temporaryTree(FILES);
    await expect(open(tree, { config })).rejects.toMatchObject({ code });
  });

  it("refuses a configuration that is no text", async () => {
    using tree = temporaryTree({ "plimsoll.yaml": Buffer.from([0xff, 0xfe, 0x00]) });
    await expect(open(tree)).rejects.toMatchObject({ code: "config/unreadable" });
  });

  it("opens a workspace around paths that do not exist, so that the search can report them", async () => {
    using tree = temporaryTree(FILES);
    expect((await open(tree, { paths: ["absent/deep"] })).root).toBe(tree.root);
  });
});

const WAIVERS = `waivers:
  - id: one
    rule: kubernetes/x
    scope: { paths: ["app/**"] }
    category: risk-accepted
    statement: s
    approver: a
    created: "2026-01-01"
    expires: "2026-06-01"
`;

describe("loadWaivers", () => {
  it("counts the paths of waivers from the folder of their file", async () => {
    using tree = temporaryTree({ ...FILES, "team/plimsoll-waivers.yaml": WAIVERS });
    const waivers = loadWaivers(await open(tree, { cwd: "team" }));
    expect(waivers.map(({ id, scope }) => [id, scope.paths])).toEqual([["one", ["team/app/**"]]]);
  });

  it("refuses a waiver file with a record that cannot be read", async () => {
    using tree = temporaryTree({
      ...FILES,
      "plimsoll-waivers.yaml": WAIVERS.replace('    expires: "2026-06-01"\n', ""),
    });
    const workspace = await open(tree);
    expect(() => loadWaivers(workspace)).toThrow(/plimsoll-waivers\.yaml:2:/u);
  });
});
