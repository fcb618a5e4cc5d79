import { describe, expect, it } from "vitest";
import { load, one, problemsOf } from "../../fixtures/load-files.ts";
import { sampleRuleSet } from "../../fixtures/sample-rule-set.ts";
import { integrityOf } from "./integrity.ts";
import { loadConfiguration } from "./load-configuration.ts";

const memory = "kubernetes/containers-limit-memory";

describe("a good configuration", () => {
  it("has defaults where there is no file", async () => {
    const { configuration, layers, notes } = await loadConfiguration({
      read: () => Promise.resolve(undefined),
      ruleSet: sampleRuleSet,
    });
    expect(configuration).toEqual({
      profile: "reference-design",
      kubernetesMinor: 37,
      images: {
        trusted: ["registry1.dso.mil/ironbank/**", "scratch"],
        approvedUntrusted: [],
        mirrors: [],
        registry: undefined,
        releaseTag: undefined,
      },
      rules: {},
      overrides: [],
      include: [],
      exclude: [],
      waiverFiles: [],
      inlineIgnores: undefined,
      compatibility: [],
      checks: {},
      buildArguments: {},
      customRules: [],
      inventory: { tools: [], attestations: [] },
    });
    expect(layers.map(({ name }) => name)).toEqual(["defaults", "command line"]);
    expect(notes).toEqual([]);
  });

  it.each(["", "# nothing\n", "---\n", "{}\n"])("may say nothing: %j", async (text) => {
    expect((await load(one(text))).configuration.profile).toBe("reference-design");
  });

  it("is read whole", async () => {
    const text = [
      "profile: il5",
      "kubernetesVersion: 1.30",
      "images:",
      "  trusted: [registry.example.mil/**]",
      "  approvedUntrusted: [docker.io/library/*]",
      "  mirrors: [{ from: registry1.dso.mil/, to: registry.example.mil/ib/ }]",
      "  registry: registry.example.mil/team",
      "  releaseTag: v*",
      "rules:",
      "  kubernetes/containers-not-privileged: off",
      `  ${memory}: { severity: info, options: { maximum: 64 } }`,
      "  waiver/used: info",
      "overrides:",
      `  - { paths: [test/**], rules: { ${memory}: off } }`,
      "waivers: [waivers/a.yaml]",
      "files: { include: [deploy/**], exclude: [deploy/old/**] }",
      "inlineIgnores: false",
      "buildArguments: { VERSION: 1.10, DEBUG: true, EMPTY:, NAME: web }",
      "inventory:",
      "  tools: [{ category: container-security-scanner, product: Trivy, version: 0.60 }]",
      "  attestations:",
      "    - { requirement: T7-POLICY, statement: It runs., role: operator, who: A. Person, date: 2026-01-02 }",
    ].join("\n");
    const { configuration } = await load({ "plimsoll.yaml": text, "waivers/a.yaml": "" });
    expect(configuration).toEqual({
      profile: "il5",
      kubernetesMinor: 30,
      images: {
        trusted: ["registry.example.mil/**"],
        approvedUntrusted: ["docker.io/library/*"],
        mirrors: [{ from: "registry1.dso.mil/", to: "registry.example.mil/ib/" }],
        registry: "registry.example.mil/team",
        releaseTag: "v*",
      },
      rules: {
        "kubernetes/containers-not-privileged": { severity: "off" },
        [memory]: { severity: "info", options: { maximum: 64 } },
        "waiver/used": { severity: "info" },
      },
      overrides: [{ paths: ["test/**"], rules: { [memory]: { severity: "off" } } }],
      include: ["deploy/**"],
      exclude: ["deploy/old/**"],
      waiverFiles: ["waivers/a.yaml"],
      inlineIgnores: false,
      compatibility: [],
      checks: {},
      buildArguments: { VERSION: "1.10", DEBUG: "true", EMPTY: "", NAME: "web" },
      customRules: [],
      inventory: {
        tools: [{ category: "container-security-scanner", product: "Trivy", version: "0.60" }],
        attestations: [
          {
            requirement: "T7-POLICY",
            statement: "It runs.",
            role: "operator",
            who: "A. Person",
            date: "2026-01-02",
          },
        ],
      },
    });
  });

  it("keeps a renamed rule and notes its new name", async () => {
    const { configuration, notes } = await load(one("rules:\n  kubernetes/no-privileged: off\n"));
    expect(configuration.rules).toEqual({ "kubernetes/containers-not-privileged": { severity: "off" } });
    expect(
      notes.map(({ code, range, message }) => [code, range?.start.line, range?.start.column, message]),
    ).toEqual([
      [
        "config/renamed-rule",
        2,
        3,
        "The rule `kubernetes/no-privileged` is now called `kubernetes/containers-not-privileged`; the setting is kept.",
      ],
    ]);
  });

  it("notes a version that is newer than the rules", async () => {
    const { notes, configuration } = await load(one('kubernetesVersion: "1.99"\n'));
    expect(configuration.kubernetesMinor).toBe(99);
    expect(notes.map(({ code }) => code)).toEqual(["config/newer-version"]);
  });

  it("finds the usual waiver file beside it", async () => {
    const files = { "sub/plimsoll.yaml": "", "sub/plimsoll-waivers.yaml": "", "plimsoll-waivers.yaml": "" };
    expect((await load(files, { path: "sub/plimsoll.yaml" })).configuration.waiverFiles).toEqual([
      "sub/plimsoll-waivers.yaml",
    ]);
  });

  it("takes keys from outside as plain keys", async () => {
    const { configuration } = await load(one("buildArguments: { __proto__: x, constructor: y }\n"));
    expect(Object.entries(configuration.buildArguments)).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });
});

describe("layers", () => {
  const base = `profile: il5\nimages: { trusted: [a/**] }\nrules:\n  ${memory}: { severity: info, options: { maximum: 64 } }\nfiles: { include: [x], exclude: [x] }\nbuildArguments: { A: 1, B: 1 }\n`;
  const top = `extends: policy/base.yaml\nimages: { trusted: [b/**] }\nrules:\n  ${memory}: { options: { exempt: [web] } }\nfiles: { include: [y], exclude: [y] }\nbuildArguments: { B: 2 }\n`;

  it("are merged in order, and say who set what", async () => {
    const { configuration, layers, why } = await load(
      { "plimsoll.yaml": top, "policy/base.yaml": base },
      { overrides: { kubernetesVersion: "v1.29.1", buildArguments: { B: "3" } } },
    );
    expect(configuration).toMatchObject({
      profile: "il5",
      kubernetesMinor: 29,
      images: { trusted: ["b/**"] },
      rules: { [memory]: { severity: "info", options: { maximum: 64, exempt: ["web"] } } },
      include: ["y"],
      exclude: ["x", "y"],
      buildArguments: { A: "1", B: "3" },
    });
    expect(layers.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "default defaults",
      "file policy/base.yaml",
      "file plimsoll.yaml",
      "command line command line",
    ]);
    const names = (key: string): readonly string[] => (why.get(key) ?? []).map(({ name }) => name);
    expect(names("profile")).toEqual(["policy/base.yaml"]);
    expect(names("images.trusted")).toEqual(["plimsoll.yaml"]);
    expect(names("images.mirrors")).toEqual(["defaults"]);
    expect(names(`rules.${memory}.severity`)).toEqual(["policy/base.yaml"]);
    expect(names(`rules.${memory}.options.exempt`)).toEqual(["plimsoll.yaml"]);
    expect(names("files.exclude")).toEqual(["policy/base.yaml", "plimsoll.yaml"]);
    expect(names("buildArguments.B")).toEqual(["command line"]);
    expect(names("kubernetesVersion")).toEqual(["command line"]);
  });

  it("come from an installed package whose content is pinned", async () => {
    const policy = "profile: il5\n";
    const text = (integrity: string): string =>
      `extends: { package: "@acme/policy", path: conf/p.yaml, integrity: ${integrity} }\n`;
    const at = "node_modules/@acme/policy/conf/p.yaml";
    const loaded = await load(
      { "a/plimsoll.yaml": text(integrityOf(policy)), [at]: policy },
      { path: "a/plimsoll.yaml" },
    );
    expect(loaded.configuration.profile).toBe("il5");
    expect(loaded.layers[1]).toEqual({ kind: "package", name: at });
    const changed = `profile: pss-baseline\n`;
    expect(await problemsOf({ "plimsoll.yaml": text(integrityOf(policy)), [at]: changed })).toEqual([
      `integrity plimsoll.yaml:1:10: ${at} is not the file that was pinned: its integrity is ${integrityOf(changed)}.`,
    ]);
    expect(await problemsOf(one(text(integrityOf(policy))))).toEqual([
      "missing-file plimsoll.yaml:1:10: Package @acme/policy with conf/p.yaml is not installed.",
    ]);
  });

  it("from packages may name only pinned files, and no waivers", async () => {
    const policy = "extends: more.yaml\nwaivers: [w.yaml]\ncustomRules: [rules.yaml]\n";
    const files = {
      "plimsoll.yaml": `extends:\n  - package: acme\n    path: p.yaml\n    integrity: ${integrityOf(policy)}\n`,
      "node_modules/acme/p.yaml": policy,
      "node_modules/acme/more.yaml": "",
    };
    const file = "node_modules/acme/p.yaml";
    expect(await problemsOf(files)).toEqual([
      `unpinned ${file}:1:10: \`more.yaml\` is named by a package without an integrity.`,
      `waivers-in-package ${file}:2:1: A package cannot bring waivers: who approves them must be on record in this workspace.`,
      `unpinned ${file}:3:15: \`rules.yaml\` is named by a package without an integrity.`,
    ]);
  });

  it("bring the user's own rules, which can be configured", async () => {
    const rules =
      "rules:\n  - { id: acme/a, title: A, severity: error, each: resources, require: 'true', message: m }\n";
    const { configuration } = await load({
      "plimsoll.yaml": "customRules: [r.yaml]\nrules: { acme/a: info }\n",
      "r.yaml": rules,
    });
    expect(configuration.customRules.map(({ id }) => id)).toEqual(["acme/a"]);
    expect(configuration.rules).toEqual({ "acme/a": { severity: "info" } });
  });
});
