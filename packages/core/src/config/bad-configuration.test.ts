import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { one, problemsOf } from "../../fixtures/load-files.ts";
import { integrityOf } from "./integrity.ts";

const memory = "kubernetes/containers-limit-memory";

/** What a configuration says, and what is told: code, place and message. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "unknown key",
    "profle: il5\n",
    ["unknown-key plimsoll.yaml:1:1: Unknown key `profle`; did you mean `profile`?"],
  ],
  ["unknown key far from all", "zzz: 1\n", ["unknown-key plimsoll.yaml:1:1: Unknown key `zzz`."]],
  [
    "unknown key inside",
    "images:\n  trust: []\n",
    ["unknown-key plimsoll.yaml:2:3: Unknown key `trust` in `images`; did you mean `trusted`?"],
  ],
  [
    "unknown key in a list",
    "overrides:\n  - path: [a]\n    paths: [a]\n    rules: {}\n",
    ["unknown-key plimsoll.yaml:2:5: Unknown key `path` in `overrides[0]`; did you mean `paths`?"],
  ],
  ["wrong type", "images: yes\n", ["wrong-type plimsoll.yaml:1:9: `images` must be a map, not a text."]],
  [
    "wrong type in a list",
    "images:\n  trusted: [a, 1]\n",
    ["wrong-type plimsoll.yaml:2:16: `images.trusted[1]` must be a text, not 1."],
  ],
  [
    "a list for a text",
    "profile: [il5]\n",
    ["wrong-type plimsoll.yaml:1:10: `profile` must be a text, not a list."],
  ],
  ["empty value", "profile:\n", ["wrong-type plimsoll.yaml:1:9: `profile` must be a text, not empty."]],
  ["empty text", 'profile: ""\n', ["bad-value plimsoll.yaml:1:10: `profile` must not be empty."]],
  ["the file is a list", "- a\n", ["wrong-type plimsoll.yaml:1:1: The file must be a map, not a list."]],
  [
    "missing key",
    "overrides:\n  - paths: [a]\n",
    ["missing-key plimsoll.yaml:2:5: `overrides[0]` needs the key `rules`."],
  ],
  [
    "empty list",
    "overrides:\n  - { paths: [], rules: {} }\n",
    ["bad-value plimsoll.yaml:2:14: `overrides[0].paths` must have at least 1 entry."],
  ],
  [
    "unknown profile",
    "profile: il55\n",
    ['unknown-profile plimsoll.yaml:1:10: There is no profile "il55"; did you mean "il5"?'],
  ],
  [
    "unknown rule",
    "rules:\n  kubernetes/containers-limit-memry: off\n",
    [
      "unknown-rule plimsoll.yaml:2:3: There is no rule `kubernetes/containers-limit-memry`; did you mean `kubernetes/containers-limit-memory`?",
    ],
  ],
  [
    "unknown rule in an override",
    "overrides:\n  - { paths: [a], rules: { x/y: off } }\n",
    ["unknown-rule plimsoll.yaml:2:28: There is no rule `x/y`."],
  ],
  [
    "bad severity",
    `rules:\n  ${memory}: eror\n`,
    [`bad-value plimsoll.yaml:2:39: \`rules.${memory}\` cannot be "eror"; did you mean "error"?`],
  ],
  [
    "severity of another type",
    `rules:\n  ${memory}: 3\n`,
    [`wrong-type plimsoll.yaml:2:39: \`rules.${memory}\` must be a text or a map, not 3.`],
  ],
  [
    "bad severity in a map",
    `rules:\n  ${memory}:\n    severity: high\n`,
    [`bad-value plimsoll.yaml:3:15: \`rules.${memory}.severity\` cannot be "high".`],
  ],
  [
    "unknown key of a rule",
    `rules:\n  ${memory}:\n    option: {}\n`,
    [
      `unknown-key plimsoll.yaml:3:5: Unknown key \`option\` in \`rules.${memory}\`; did you mean \`options\`?`,
    ],
  ],
  [
    "unknown option",
    `rules:\n  ${memory}:\n    options: { max: 1, maximun: 1 }\n`,
    [
      `unknown-option plimsoll.yaml:3:16: Rule \`${memory}\` has no option \`max\`.`,
      `unknown-option plimsoll.yaml:3:24: Rule \`${memory}\` has no option \`maximun\`; did you mean \`maximum\`?`,
    ],
  ],
  [
    "bad option",
    `rules:\n  ${memory}:\n    options:\n      maximum: many\n      exempt: [a, 2]\n`,
    [
      "bad-option plimsoll.yaml:4:16: `maximum` must be a whole number, not a text.",
      "bad-option plimsoll.yaml:5:19: `exempt[1]` must be a text, not 2.",
    ],
  ],
  [
    "a rule without options",
    "rules: { waiver/used: { options: { a: 1 } } }\n",
    ["unknown-option plimsoll.yaml:1:36: Rule `waiver/used` has no option `a`."],
  ],
  [
    "bad version",
    "kubernetesVersion: 2.0\n",
    ['bad-version plimsoll.yaml:1:20: "2.0" is not a version of Kubernetes 1.x.'],
  ],
  [
    "version of another type",
    "kubernetesVersion: [1.34]\n",
    ["wrong-type plimsoll.yaml:1:20: `kubernetesVersion` must be a text or a number, not a list."],
  ],
  [
    "bad glob",
    "files:\n  exclude:\n    - a\n    - '{a'\n",
    ['bad-glob plimsoll.yaml:4:7: The glob "{a" has a brace without its partner.'],
  ],
  [
    "missing extends",
    "extends:\n  - base.yaml\n",
    ["missing-file plimsoll.yaml:2:5: There is no file base.yaml."],
  ],
  [
    "extends outside",
    "extends: ../base.yaml\n",
    ["outside-workspace plimsoll.yaml:1:10: `../base.yaml` leaves the workspace."],
  ],
  [
    "extends by address",
    "extends: https://example.com/base.yaml\n",
    ["outside-workspace plimsoll.yaml:1:10: `https://example.com/base.yaml` leaves the workspace."],
  ],
  [
    "package without integrity",
    "extends: { package: acme, path: p.yaml }\n",
    ["missing-key plimsoll.yaml:1:1: `extends` needs the key `integrity`."],
  ],
  [
    "bad integrity",
    "extends: { package: acme, path: p.yaml, integrity: sha1-abc }\n",
    ['bad-integrity plimsoll.yaml:1:10: "sha1-abc" is not an integrity.'],
  ],
  [
    "bad package name",
    `extends: { package: ../x, path: p.yaml, integrity: ${integrityOf("")} }\n`,
    ['bad-value plimsoll.yaml:1:10: "../x" is not the name of an npm package.'],
  ],
  [
    "path out of a package",
    `extends: { package: acme, path: ../x.yaml, integrity: ${integrityOf("")} }\n`,
    ["outside-workspace plimsoll.yaml:1:10: `../x.yaml` leaves the package."],
  ],
  [
    "extends of another type",
    "extends: 3\n",
    ["wrong-type plimsoll.yaml:1:10: `extends` must be a text or a map or a list, not 3."],
  ],
  [
    "extends itself",
    "extends: ./plimsoll.yaml\n",
    ["cycle plimsoll.yaml:1:10: The configuration extends itself: plimsoll.yaml -> plimsoll.yaml."],
  ],
  [
    "missing waiver file",
    "waivers: [w.yaml]\n",
    ["missing-file plimsoll.yaml:1:11: There is no file w.yaml."],
  ],
  [
    "missing rules file",
    "customRules: [r.yaml]\n",
    ["missing-file plimsoll.yaml:1:15: There is no file r.yaml."],
  ],
  [
    "bad date",
    "inventory:\n  attestations:\n    - { requirement: T7-POLICY, statement: s, role: r, who: w, date: 2026-02-30 }\n",
    ["bad-date plimsoll.yaml:3:70: `date` is not a day of the calendar."],
  ],
  [
    "unknown requirement",
    "inventory:\n  attestations:\n    - { requirement: T7-POLICI, statement: s, role: r, who: w, date: 2026-02-03 }\n",
    [
      'unknown-requirement plimsoll.yaml:3:22: There is no requirement "T7-POLICI"; did you mean "T7-POLICY"?',
    ],
  ],
  [
    "several documents",
    "profile: il5\n---\nprofile: il5\n",
    ["several-documents plimsoll.yaml:3:1: The file holds more than one YAML document; only one is read."],
  ],
  [
    "too large",
    `# ${"x".repeat(1024 * 1024)}\n`,
    ["too-large plimsoll.yaml: The file is longer than 1048576 characters."],
  ],
  [
    "everything at once",
    "profle: il5\nkubernetesVersion: x\nrules:\n  a/b: off\n  waiver/used: maybe\n",
    [
      "unknown-key plimsoll.yaml:1:1: Unknown key `profle`; did you mean `profile`?",
      'bad-version plimsoll.yaml:2:20: "x" is not a version of Kubernetes 1.x.',
      "unknown-rule plimsoll.yaml:4:3: There is no rule `a/b`.",
      'bad-value plimsoll.yaml:5:16: `rules.waiver/used` cannot be "maybe".',
    ],
  ],
];

describe("a bad configuration is told with its exact place", () => {
  it.each(cases)("%s", async (_name, text, expected) => {
    expect(await problemsOf(one(text))).toEqual(expected);
  });

  it("malformed YAML", async () => {
    const [problem, ...rest] = await problemsOf(one("profile: [il5\n"));
    expect(problem).toMatch(/^unreadable plimsoll\.yaml:\d+:\d+: The file is not valid YAML: /);
    expect(rest).toEqual([]);
  });

  it("a file that is not there", async () => {
    expect(await problemsOf({}, { path: "nowhere.yaml" })).toEqual([
      "missing-file nowhere.yaml: There is no such configuration file.",
    ]);
  });

  it("a cycle over two files", async () => {
    expect(
      await problemsOf({ "plimsoll.yaml": "extends: a/b.yaml\n", "a/b.yaml": "extends: ../plimsoll.yaml\n" }),
    ).toEqual([
      "cycle a/b.yaml:1:10: The configuration extends itself: plimsoll.yaml -> a/b.yaml -> plimsoll.yaml.",
    ]);
  });

  it("a chain that is too deep, and one that is too wide", async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`${index}.yaml`, `extends: ${index + 1}.yaml\n`]),
    );
    expect(await problemsOf(chain, { path: "0.yaml" })).toEqual([
      "too-deep 10.yaml:1:10: `extends` goes deeper than 10 files.",
    ]);
    const wide = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        `${index}.yaml`,
        index === 9 ? "" : `extends: [${index + 1}.yaml, ${index + 1}.yaml, ${index + 1}.yaml]\n`,
      ]),
    );
    const problems = await problemsOf(wide, { path: "0.yaml" });
    expect(problems[0]).toMatch(/^too-deep \d\.yaml:1:\d+: More than 100 files are extended\.$/);
  });

  it("the command line", async () => {
    const overrides = {
      profile: "il",
      kubernetesVersion: "x",
      rules: { "a/b": { severity: "off" as const } },
    };
    expect(await problemsOf(one(""), { overrides })).toEqual([
      'unknown-profile command line: There is no profile "il"; did you mean "il5"?',
      "unknown-rule command line: There is no rule `a/b`.",
      'bad-version command line: "x" is not a version of Kubernetes 1.x.',
    ]);
  });
});

describe("hostile input", () => {
  it.each<[string, string]>([
    [
      "aliases that multiply",
      [
        "a: &a [x,x,x,x,x,x,x,x,x]",
        ..."bcdefghi"
          .split("")
          .map(
            (name, index) =>
              `${name}: &${name} [${Array.from({ length: 9 }, () => `*${"abcdefghi"[index]}`).join(",")}]`,
          ),
      ].join("\n"),
    ],
    [
      "an alias in a million places",
      `rules: &r { ${Array.from({ length: 3000 }, (_, index) => `a/${index}: off`).join(", ")} }\noverrides: [${Array.from({ length: 3000 }, () => "{ paths: [a], rules: *r }").join(", ")}]\n`,
    ],
    [
      "many unknown rules",
      `rules:\n${Array.from({ length: 20_000 }, (_, index) => `  kubernetes/x${index}: off`).join("\n")}\n`,
    ],
    [
      "many bad values",
      `rules:\n${Array.from({ length: 20_000 }, (_, index) => `  kubernetes/x${index}: [1]`).join("\n")}\n`,
    ],
    [
      "many globs",
      `files:\n  exclude: [${Array.from({ length: 20_000 }, () => "'{a,b}'").join(", ")}]\nx: 1\n`,
    ],
    ["deep nesting", `rules: ${"[".repeat(5000)}${"]".repeat(5000)}\n`],
  ])("%s is refused in time", async (_name, text) => {
    const elapsed = startCpuTime();
    const problems = await problemsOf(one(text));
    expect(problems.length).toBeGreaterThan(0);
    expect(elapsed()).toBeLessThan(2000);
  });
});
