import { describe, expect, it } from "vitest";
import { defineRule } from "../rule/define-rule.ts";
import type { CelCheck, Rule } from "../rule/rule.ts";
import { createEngine, newFileMemory } from "./engine.ts";
import { isOfContainer } from "./of-container.ts";
import { isSameValue } from "./same-value.ts";

function ruleOf(name: string, require: string): Rule {
  const check: CelCheck = { each: "containers", require, problem: name, at: [""], message: "{name}" };
  return defineRule({
    id: `kubernetes/${name}`,
    title: name,
    severity: "error",
    confidence: "high",
    surface: "kubernetes",
    catalogue: [],
    aliases: [],
    since: "0.1.0",
    ...check,
  });
}

const RULES = [
  ruleOf("pinned", 'container.image != "latest"'),
  ruleOf("own-network", "podSpec.?hostNetwork.orValue(false) == false"),
  ruleOf("alone", "size(podSpec.containers) < 3"),
  ruleOf("labelled", "has(object.metadata.labels)"),
];

const engine = createEngine({
  ruleSet: {
    rules: new Map(RULES.map((rule) => [rule.id, rule])),
    references: {},
    profiles: {
      test: {
        name: "test",
        title: "Test",
        description: "All rules.",
        rules: {},
        onlyListed: false,
        inlineIgnores: false,
        waiverMaximumDays: 1,
      },
    },
    requirements: {},
    renamed: new Map(),
  },
  configuration: {
    profile: "test",
    kubernetesMinor: 34,
    images: { trusted: [], approvedUntrusted: [], mirrors: [], registry: undefined, releaseTag: undefined },
    rules: {},
    overrides: [],
    customRules: [],
    include: [],
    exclude: [],
    waiverFiles: [],
    inlineIgnores: false,
    buildArguments: {},
  },
});

const POD = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  hostNetwork: false
  containers:
    - {name: one, image: latest}
    - {name: two, image: "1"}
`;

/** What is found in a pod that was checked before in another form. */
function foundAfter(before: string, now: string): readonly string[] {
  const memory = newFileMemory();
  engine.checkFile({ path: "a.yaml", text: before }, memory);
  const again = engine.checkFile({ path: "a.yaml", text: now }, memory);
  expect(again).toEqual(engine.checkFile({ path: "a.yaml", text: now }));
  return again.findings.map(
    ({ ruleId, message, range }) => `${ruleId.slice(11)} ${message} ${range.start.line}`,
  );
}

describe("containers of an open file", () => {
  const labelled = ["labelled one 7", "labelled two 8"];
  it.each([
    ["that stay as they are", POD, ["pinned one 7", ...labelled]],
    ["below a new line", `# new\n${POD}`, ["pinned one 8", "labelled one 8", "labelled two 9"]],
    [
      "one of which changes",
      POD.replace('"1"', "latest"),
      ["pinned one 7", "labelled one 7", "pinned two 8", "labelled two 8"],
    ],
    ["one of which is mended", POD.replace("latest", '"2"'), labelled],
    [
      "whose pod changes",
      POD.replace("hostNetwork: false", "hostNetwork: true"),
      ["pinned one 7", "own-network one 7", "labelled one 7", "own-network two 8", "labelled two 8"],
    ],
    [
      "to which one is added",
      `${POD}    - {name: three, image: "1"}\n`,
      [
        "pinned one 7",
        "alone one 7",
        "labelled one 7",
        "alone two 8",
        "labelled two 8",
        "alone three 9",
        "labelled three 9",
      ],
    ],
    ["whose object changes", POD.replace("{name: a}", "{name: a, labels: {}}"), ["pinned one 7"]],
    [
      "that change places",
      POD.replace("name: one", "name: x").replace("name: two", "name: one").replace("name: x", "name: two"),
      ["pinned two 7", "labelled two 7", "labelled one 8"],
    ],
    [
      "whose name is a map",
      POD.replace("name: one", "name: {a: b}"),
      ["pinned a 7", "labelled a 7", "labelled two 8"],
    ],
  ] as const)("%s", (_name, now, expected) => {
    expect(foundAfter(POD, now)).toEqual(expected);
  });
});

describe("what a check asks for", () => {
  it.each([
    ["has(container.image)", true],
    ['container.name == "object"', true],
    ["podSpec.?hostPID.orValue(false) || podSpec.hostIPC", true],
    ['containerType != "ephemeralContainers"', true],
    ["has(object.spec)", false],
    ["podSpec.containers.all(c, has(c.image))", false],
    ["podSpec[containerType].size() > 0", false],
    ['podSpec["x"] == 1', false],
    ["podSpec != params", false],
    ["container.name == 'a'", false],
    ['container.name == "\\"object"', false],
  ])("%s is of the container: %s", (require, expected) => {
    expect(isOfContainer({ each: "containers", require })).toBe(expected);
  });
});

describe("equal values", () => {
  const shared = (levels: number): unknown => {
    let value: unknown = ["lol"];
    for (let level = 0; level < levels; level += 1) value = Array.from({ length: 10 }, () => value);
    return value;
  };
  it.each([
    [1n, 1n, true],
    ["1", 1n, false],
    [{ a: [1n, { b: "x" }] }, { a: [1n, { b: "x" }] }, true],
    [{ a: 1n }, { a: 1n, b: 1n }, false],
    [{ a: undefined }, { b: undefined }, false],
    [[1n, 2n], [2n, 1n], false],
    [[], {}, false],
    [null, {}, false],
    [{ containers: 1n, b: 2n }, { containers: 2n, b: 2n }, true],
    [{ b: { containers: 1n } }, { b: { containers: 2n } }, false],
  ])("%o and %o: %s", (a, b, expected) => {
    expect(isSameValue(a, b, new Set(["containers"]))).toBe(expected);
  });

  it("gives up on values that aliases make large", () => {
    expect(isSameValue(shared(12), shared(12))).toBe(false);
  });
});
