import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { sampleRuleSet } from "../../fixtures/sample-rule-set.ts";
import { wordProblem } from "../config/problem.ts";
import { parseCustomRules, type ParsedCustomRules } from "./parse-custom-rules.ts";

function parse(text: string, taken: readonly string[] = []): Promise<ParsedCustomRules> {
  return parseCustomRules("rules.yaml", text, { ruleSet: sampleRuleSet, taken });
}

const good = `rules:
  - id: acme/owner-label
    title: Objects name their owner
    severity: warning
    each: resources
    require: has(object.metadata.labels)
    message: "{kind} {name} has no owner"
`;

const whole = `rules:
  - id: acme/images/from-us
    title: Images come from us
    severity: error
    confidence: medium
    kinds: [Pod, apps/Deployment]
    each: containers
    when: containerType == 'containers'
    require: |
      container.image.startsWith(
        params.prefix)
    problem: foreignImage
    at: [image, ""]
    message: "{name} runs {value}"
    fix:
      title: Use our mirror
      safety: review
      set: [{ path: imagePullPolicy, value: Always }, { path: a.b, value: { c: [1, true, null] } }]
      remove: [tty]
    options:
      prefix: { description: The prefix., schema: { type: string, minLength: 1 }, default: registry.example.mil/ }
      most: { description: How many., schema: { type: array, items: { enum: [a, b] }, maxItems: 2 }, default: [a] }
    requirements: [K8S-RD-3.2-OCI]
    controls: ["nist-800-53r5:cm-14"]
    docs: Why.
`;

describe("parseCustomRules", () => {
  it("reads the least that a rule needs", async () => {
    expect(await parse(good)).toEqual({
      problems: [],
      rules: [
        {
          id: "acme/owner-label",
          title: "Objects name their owner",
          severity: "warning",
          confidence: "high",
          surface: "kubernetes",
          catalogue: [],
          aliases: [],
          since: "custom",
          each: "resources",
          require: "has(object.metadata.labels)",
          problem: "violated",
          at: [""],
          message: "{kind} {name} has no owner",
          source: { file: "rules.yaml", line: 2 },
        },
      ],
    });
  });

  it("reads every part", async () => {
    const { rules, problems } = await parse(whole);
    expect(problems).toEqual([]);
    expect(rules).toEqual([
      {
        id: "acme/images/from-us",
        title: "Images come from us",
        severity: "error",
        confidence: "medium",
        surface: "kubernetes",
        catalogue: [],
        aliases: [],
        since: "custom",
        kinds: ["Pod", "apps/Deployment"],
        each: "containers",
        when: "containerType == 'containers'",
        require: "container.image.startsWith(\n  params.prefix)\n",
        problem: "foreignImage",
        at: ["image", ""],
        message: "{name} runs {value}",
        fix: {
          title: "Use our mirror",
          safety: "review",
          set: [
            { path: "imagePullPolicy", value: "Always" },
            { path: "a.b", value: { c: [1, true, null] } },
          ],
          remove: ["tty"],
        },
        options: {
          prefix: {
            description: "The prefix.",
            schema: { type: "string", minLength: 1 },
            default: "registry.example.mil/",
          },
          most: {
            description: "How many.",
            schema: { type: "array", items: { enum: ["a", "b"] }, maxItems: 2 },
            default: ["a"],
          },
        },
        requirements: ["K8S-RD-3.2-OCI"],
        controls: ["nist-800-53r5:cm-14"],
        docs: "Why.",
        source: { file: "rules.yaml", line: 2 },
      },
    ]);
  });

  it.each(["", "# none\n", "rules: []\n"])("reads none from %j", async (text) => {
    expect(await parse(text)).toEqual({ rules: [], problems: [] });
  });

  it("reads further conditions and checks them alike", async () => {
    const also = (condition: string): string => `${good}    also:\n      - { ${condition} }\n`;
    const { rules, problems } = await parse(
      also("each: pods.volumes, require: has(item.name), message: m, problem: nameless, at: name"),
    );
    expect(problems).toEqual([]);
    expect(rules[0]?.also).toEqual([
      { each: "pods.volumes", require: "has(item.name)", problem: "nameless", at: ["name"], message: "m" },
    ]);
    const bad = await parse(also("each: pod, require: nme, message: '{x}'"));
    expect(bad.rules).toEqual([]);
    expect(bad.problems.map(({ code, range }) => [code, range?.start.line, range?.start.column])).toEqual([
      ["custom-rule/unknown-walk", 9, 17],
      ["custom-rule/unknown-placeholder", 9, 45],
      ["custom-rule/bad-cel", 9, 31],
    ]);
  });

  it("compiles matches() with its library", async () => {
    const text = good.replace("has(object.metadata.labels)", "object.metadata.name.matches('^a+')");
    expect((await parse(text)).problems).toEqual([]);
  });

  it("leaves out only the rules that are wrong", async () => {
    const rest = good.slice("rules:\n".length);
    const text =
      good +
      rest.replace("owner-label", "b").replace("severity: warning", "severity: high") +
      rest.replace("owner-label", "c");
    const { rules, problems } = await parse(text);
    expect(rules.map(({ id }) => id)).toEqual(["acme/owner-label", "acme/c"]);
    expect(problems).toHaveLength(1);
  });
});

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "no id",
    good.replace("id: acme/owner-label", "docs: x"),
    ["missing-key rules.yaml:2:5: `rules[0]` needs the key `id`."],
  ],
  [
    "an id without prefix",
    good.replace("acme/owner-label", "owner"),
    ['bad-id rules.yaml:2:9: "owner" is not a rule id.'],
  ],
  [
    "an id in upper case",
    good.replace("acme/", "Acme/"),
    ['bad-id rules.yaml:2:9: "Acme/owner-label" is not a rule id.'],
  ],
  [
    "a prefix of ours",
    good.replace("acme/", "kubernetes/"),
    ["reserved-prefix rules.yaml:2:9: The prefix `kubernetes/` belongs to rules of Plimsoll."],
  ],
  [
    "an id twice",
    good + good.slice("rules:\n".length),
    ["duplicate-id rules.yaml:8:9: The rule `acme/owner-label` exists already."],
  ],
  [
    "an unknown key",
    good.replace("title:", "titel: x\n    title:"),
    ["unknown-key rules.yaml:3:5: Unknown key `titel` in `rules[0]`; did you mean `title`?"],
  ],
  [
    "a wrong severity",
    good.replace("warning", "warn"),
    ['bad-value rules.yaml:4:15: `rules[0].severity` cannot be "warn".'],
  ],
  [
    "off as severity",
    good.replace("warning", "off"),
    ['bad-value rules.yaml:4:15: `rules[0].severity` cannot be "off".'],
  ],
  [
    "an unknown walk",
    good.replace("each: resources", "each: resource"),
    ['unknown-walk rules.yaml:5:11: `each` cannot be "resource"; did you mean "resources"?'],
  ],
  [
    "a walk with a gap",
    good.replace("each: resources", "each: resources..rules"),
    ['unknown-walk rules.yaml:5:11: `each` cannot be "resources..rules"; did you mean "resources"?'],
  ],
  [
    "an unknown placeholder",
    good.replace("{kind}", "{knd}"),
    ["unknown-placeholder rules.yaml:7:14: {knd} is not filled in."],
  ],
  [
    "a bad kind",
    `${good}    kinds: [Pod, apps/v1/Deployment]\n`,
    ['bad-kind rules.yaml:8:18: "apps/v1/Deployment" is not a kind.'],
  ],
  [
    "a bad problem",
    `${good}    problem: No Owner\n`,
    ['bad-problem rules.yaml:8:14: "No Owner" is not a camelCase name.'],
  ],
  [
    "an unknown requirement",
    `${good}    requirements: [T7-POLICI]\n`,
    ['unknown-requirement rules.yaml:8:20: There is no requirement "T7-POLICI"; did you mean "T7-POLICY"?'],
  ],
  [
    "a bad control",
    `${good}    controls: [cm-14]\n`,
    ['bad-control rules.yaml:8:16: "cm-14" is not a control reference.'],
  ],
  [
    "a fix that does nothing",
    `${good}    fix: { title: Fix it, safety: safe }\n`,
    ["empty-fix rules.yaml:8:10: The fix changes nothing."],
  ],
  [
    "a fix without safety",
    `${good}    fix: { title: Fix it, remove: [a] }\n`,
    ["missing-key rules.yaml:8:5: `rules[0].fix` needs the key `safety`."],
  ],
  [
    "a pattern in an option",
    `${good}    options: { a: { description: d, schema: { type: string, pattern: '(a+)+$' }, default: x } }\n`,
    ["bad-option-schema rules.yaml:8:45: The schema of `a` cannot use `pattern`."],
  ],
  [
    "a reference in an option",
    `${good}    options: { a: { description: d, schema: { $ref: 'https://example.com' }, default: x } }\n`,
    ["bad-option-schema rules.yaml:8:45: The schema of `a` needs `type` or `enum`."],
  ],
  [
    "a default that its schema refuses",
    `${good}    options: { a: { description: d, schema: { type: integer }, default: x } }\n`,
    ["bad-default rules.yaml:8:73: `default` must be a whole number, not a text."],
  ],
  [
    "a bad option name",
    `${good}    options: { A-b: { description: d, schema: { type: integer }, default: 1 } }\n`,
    ['bad-option-name rules.yaml:8:21: "A-b" is not a camelCase name.'],
  ],
];

describe("a bad rule is told with its exact place", () => {
  it.each(cases)("%s", async (_name, text, expected) => {
    const { rules, problems } = await parse(text);
    expect(
      problems.map((problem) => `${problem.code.replace("custom-rule/", "")} ${wordProblem(problem)}`),
    ).toEqual(expected);
    expect(rules.map(({ id }) => id)).toEqual(
      text.startsWith(good + good.slice("rules:\n".length)) ? ["acme/owner-label"] : [],
    );
  });

  it("knows ids of other files and of Plimsoll", async () => {
    expect((await parse(good, ["acme/owner-label"])).problems.map(({ code }) => code)).toEqual([
      "custom-rule/duplicate-id",
    ]);
  });

  it.each<[string, string, string, string]>([
    ["in plain text", "require: has(object.metadata.labels)", "require: object.metadata.name == nme", "nme"],
    ["in quotes", "require: has(object.metadata.labels)", "require: 'object.metadata.name == nme'", "nme"],
    [
      "in a block",
      "require: has(object.metadata.labels)",
      "require: |\n      object.metadata.name\n        == nme\n",
      "nme",
    ],
    [
      "in folded text, as a whole",
      "require: has(object.metadata.labels)",
      "require: >-\n      object.metadata.name\n      == nme\n",
      ">-\n      object.metadata.name\n      == nme",
    ],
    [
      "with escapes, as a whole",
      "require: has(object.metadata.labels)",
      'require: "object.metadata.name == \\"a\\" + nme"',
      '"object.metadata.name == \\"a\\" + nme"',
    ],
  ])("points at the mistake in an expression %s", async (_name, from, to, expected) => {
    const text = good.replace(from, to);
    const { problems } = await parse(text);
    expect(problems.map(({ code }) => code)).toEqual(["custom-rule/bad-cel"]);
    const range = problems[0]?.range;
    expect(text.slice(range?.start.offset, range?.end.offset)).toBe(expected);
    expect(problems[0]?.message).toMatch(/^`require` is not valid CEL: .*nme.*\.$/);
  });

  it("points at a syntax mistake", async () => {
    const text = good.replace("has(object.metadata.labels)", "1 +* 2");
    const { problems } = await parse(text);
    expect(problems[0]?.range?.start).toMatchObject({ line: 6, column: 17 });
  });

  it("stops after many problems", async () => {
    const rule = good.slice("rules:\n".length).replace("acme/", "kubernetes/");
    const elapsed = startCpuTime();
    const { problems } = await parse(`rules:\n${rule.repeat(4000)}`);
    expect(problems.at(-1)?.code).toBe("custom-rule/too-many-problems");
    expect(problems).toHaveLength(202);
    expect(elapsed()).toBeLessThan(2000);
  });
});
