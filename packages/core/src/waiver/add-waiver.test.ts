import { describe, expect, it } from "vitest";
import { sampleRuleSet } from "../../fixtures/sample-rule-set.ts";
import { addWaiver } from "./add-waiver.ts";
import { newWaiver, type NewWaiverPolicy, type WaiverRequest } from "./new-waiver.ts";
import { parseWaivers } from "./parse-waivers.ts";
import type { Waiver } from "./waiver.ts";

const waiver: Waiver = {
  id: "w-2",
  rule: "kubernetes/containers-not-privileged",
  scope: { paths: ["deploy/**"] },
  category: "risk-accepted",
  statement: "Agreed: see #12.",
  approver: "A. Person",
  created: "2026-05-01",
  expires: "2026-06-01",
  source: { file: "w.yaml", line: 1 },
};

const record = (indent: string): string =>
  [
    "- id: w-2",
    "  rule: kubernetes/containers-not-privileged",
    "  scope:",
    "    paths:",
    '      - "deploy/**"',
    "  category: risk-accepted",
    '  statement: "Agreed: see #12."',
    "  approver: A. Person",
    '  created: "2026-05-01"',
    '  expires: "2026-06-01"',
  ]
    .map((line) => `${indent}${line}\n`)
    .join("");

const first =
  "- { id: w-1, rule: a/b, scope: { paths: [x] }, category: risk-accepted, statement: s, approver: a, created: 2026-01-01, expires: 2026-02-01 }";

describe("addWaiver", () => {
  it.each<[string, string, string]>([
    ["an empty file", "", `waivers:\n${record("  ")}`],
    ["comments only", "# ours\n", `# ours\nwaivers:\n${record("  ")}`],
    ["comments without a line end", "# ours", `# ours\nwaivers:\n${record("  ")}`],
    ["an empty key", "waivers:\n", `waivers:\n${record("  ")}`],
    [
      "an empty key with a comment",
      "waivers: # none yet\n# end\n",
      `waivers: # none yet\n${record("  ")}# end\n`,
    ],
    ["an empty list", "waivers: []\n", `waivers:\n${record("  ")}`],
    ["an empty list with a comment", "waivers: [] # none\n", `waivers: # none\n${record("  ")}`],
    ["a list", `waivers:\n  ${first}\n`, `waivers:\n  ${first}\n${record("  ")}`],
    ["a list at the margin", `waivers:\n${first}\n`, `waivers:\n${first}\n${record("")}`],
    ["a list without a line end", `waivers:\n    ${first}`, `waivers:\n    ${first}\n${record("    ")}`],
    [
      "a list and comments",
      `# a\nwaivers: # b\n  # c\n  ${first} # d\n\n# e\n`,
      `# a\nwaivers: # b\n  # c\n  ${first} # d\n${record("  ")}\n# e\n`,
    ],
    [
      "a list with a key behind",
      `waivers:\n  ${first}\n$schema: x\n`,
      `waivers:\n  ${first}\n${record("  ")}$schema: x\n`,
    ],
    [
      "CR LF",
      `waivers:\r\n  ${first}\r\n`,
      `waivers:\r\n  ${first}\r\n${record("  ").replaceAll("\n", "\r\n")}`,
    ],
    ["a document mark", `---\nwaivers:\n  ${first}\n`, `---\nwaivers:\n  ${first}\n${record("  ")}`],
  ])("adds to %s", (_name, before, after) => {
    expect(addWaiver(before, waiver)).toBe(after);
  });

  it("adds to a list in flow style", () => {
    const added = addWaiver(`waivers: [${first.slice(2)}] # x\n`, waiver);
    expect(added.startsWith(`waivers: [${first.slice(2)}, {"id":"w-2"`)).toBe(true);
    expect(added.endsWith("}] # x\n")).toBe(true);
  });

  it.each([
    "yes",
    "12",
    "a: b",
    "# no",
    " leading",
    "trailing ",
    "-",
    'quo"te',
    "two\nlines",
    "ünïcode 😀",
    "null",
    "2026-01-01",
    "{a}",
    "*",
    "a #b",
    "a:",
    "~",
  ])("keeps the statement %j", (statement) => {
    const text = addWaiver("", {
      ...waiver,
      statement,
      scope: { resource: { kind: "Pod", name: statement.trim(), namespace: "n" } },
    });
    expect(parseWaivers("w.yaml", text).waivers[0]?.statement).toBe(statement);
  });

  it.each<[string, string, string]>([
    ["its id is taken", addWaiver("", waiver), "waivers/duplicate-id"],
    ["the file is malformed", "waivers: [\n", "waivers/unreadable"],
    ["the file is wrong", "waivers: 3\n", "waivers/wrong-type"],
    ["the file is one flow map", "{ waivers: [] }\n", "waivers/cannot-add"],
  ])("refuses where %s", (_name, text, code) => {
    expect(() => addWaiver(text, waiver)).toThrow(expect.objectContaining({ code }));
  });
});

describe("newWaiver", () => {
  const policy: NewWaiverPolicy = {
    today: "2026-06-01",
    profile: sampleRuleSet.profiles["il5"],
    ruleSet: sampleRuleSet,
    file: "w.yaml",
  };
  const request: WaiverRequest = {
    rule: "kubernetes/no-privileged",
    scope: { paths: ["deploy/**"] },
    category: "risk-accepted",
    statement: "Agreed.",
    approver: "A. Person",
    expires: "2026-08-30",
  };

  it("makes a record with an id of its content", () => {
    const made = newWaiver({ ...request, ticket: "T-1" }, policy);
    expect(made).toEqual({
      ...request,
      rule: "kubernetes/containers-not-privileged",
      ticket: "T-1",
      created: "2026-06-01",
      id: made.id,
      source: { file: "w.yaml", line: 1 },
    });
    expect(made.id).toMatch(/^2026-06-01-[0-9a-f]{8}$/);
    expect(newWaiver({ ...request, ticket: "T-2" }, policy).id).toBe(made.id);
    expect(newWaiver({ ...request, statement: "Other." }, policy).id).not.toBe(made.id);
    expect(parseWaivers("w.yaml", addWaiver("", made)).waivers[0]?.id).toBe(made.id);
  });

  it.each<[Partial<WaiverRequest>, string, string]>([
    [
      { rule: "kubernetes/container-not-privileged" },
      "unknown-rule",
      "There is no rule kubernetes/container-not-privileged; did you mean kubernetes/containers-not-privileged?",
    ],
    [{ category: "accepted" }, "bad-category", "There is no category accepted."],
    [{ statement: " " }, "missing-text", "The statement of the waiver is missing."],
    [{ approver: "" }, "missing-text", "The approver of the waiver is missing."],
    [{ expires: "soon" }, "bad-date", '"soon" is not a day of the calendar.'],
    [{ expires: "2026-05-31" }, "ends-too-early", "The waiver would end on 2026-05-31, before today."],
    [{ expires: "2026-08-31" }, "too-long", "The waiver would last 91 days; profile il5 allows 90."],
    [{ scope: { paths: ["**"] } }, "too-broad", "The waiver covers every path."],
    [{ scope: {} }, "too-broad", "The waiver names no path, object, fingerprint or image."],
  ])("refuses %j", (changes, code, message) => {
    expect(() => newWaiver({ ...request, ...changes }, policy)).toThrow(
      expect.objectContaining({ code: `waivers/${code}`, message }),
    );
  });
});
