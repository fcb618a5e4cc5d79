import { parseDockerfile, parseYaml } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import {
  sampleConfiguration,
  sampleFinding,
  sampleProfile,
  sampleRuleSet,
} from "../../fixtures/sample-rule-set.ts";
import type { CommentedTree } from "./collect-ignores.ts";
import { hearComments, type Heard } from "./hear-comments.ts";
import { hearPending } from "./hear-pending.ts";
import type { Finding } from "../finding/finding.ts";

const rule = "kubernetes/containers-not-privileged";
const memory = "kubernetes/containers-limit-memory";

function treeOf(path: string, text: string): CommentedTree {
  return path.endsWith(".yaml")
    ? { kind: "yaml", stream: parseYaml(text) }
    : { kind: "dockerfile", file: parseDockerfile(text) };
}

/** Hears the comments of a text with a finding at each `^`, which is taken out of the text first. */
function hear(
  path: string,
  marked: string,
  more: Partial<Parameters<typeof hearComments>[1]> = {},
): Heard & { readonly text: string } {
  const offsets: number[] = [];
  let text = "";
  for (const part of marked.split("^")) {
    text += part;
    offsets.push(text.length);
  }
  const findings = offsets.slice(0, -1).map((offset) => sampleFinding({ offset, file: path }));
  return {
    ...hearComments(findings, {
      path,
      tree: treeOf(path, text),
      ruleSet: sampleRuleSet,
      heard: true,
      ...more,
    }),
    text,
  };
}

/** For each `^`: `-` where the finding is excused, `!` where it stands; then what is reported, with its text. */
function outcome(path: string, marked: string): string {
  const { findings, suppressed, text } = hear(path, marked);
  const stands = new Set(findings.map(({ range }) => range.start.offset));
  const excused = new Set(suppressed.map(({ finding }) => finding.range.start.offset));
  const all = [...new Set([...stands, ...excused])].sort((a, b) => a - b);
  const marks = all.filter(
    (offset) =>
      excused.has(offset) ||
      findings.some((finding) => finding.ruleId === rule && finding.range.start.offset === offset),
  );
  const reports = findings
    .filter(({ ruleId }) => ruleId.startsWith("ignore/"))
    .map(
      ({ ruleId, problem, range }) =>
        ` ${ruleId.slice("ignore/".length)}:${problem}@${text.slice(range.start.offset, range.end.offset)}`,
    );
  return marks.map((offset) => (excused.has(offset) ? "-" : "!")).join("") + reports.join("");
}

const ignore = `# plimsoll-ignore ${rule} -- why`;

describe("in YAML a comment", () => {
  it.each<[string, string, string]>([
    [
      "above a key covers its whole value",
      `a:\n  ^x: 1\n  ${ignore}\n  ^b:\n    ^c: ^1\n    d: [^1]\n  ^e: 1\n`,
      "!----!",
    ],
    [
      "above an item covers the item",
      `a:\n  - ^b: 1\n  ${ignore}\n  - ^b: 1\n    ^c: 1\n  - ^b: 1\n`,
      "!--!",
    ],
    ["above an item at the margin", `a:\n${ignore}\n- ^b: 1\n  ^c: 1\n- ^b: 1\n`, "--!"],
    ["above a nested item covers the outer", `a:\n  ${ignore}\n  - - ^1\n    - ^2\n  - - ^3\n`, "--!"],
    ["above a scalar item", `a:\n  ${ignore}\n  - ^b\n  - ^c\n`, "-!"],
    ["above a key with an anchor", `x: &a 1\n${ignore}\n&k ^key: ^1\n`, "--"],
    ["at the end of a line covers the line", `^a: 1\n^b: ^2 ${ignore}\n^c: 3\n`, "!--!"],
    ["at the end of a key's line covers its value", `a: ${ignore}\n  ^b: 1\n^c: 1\n`, "-!"],
    ["at the end of an item's first line covers the line only", `a:\n  - ^b: 1 ${ignore}\n    ^c: 1\n`, "-!"],
    ["behind the start of a block text covers the text", `a: | ${ignore}\n  ^text\n^b: 1\n`, "-!"],
    ["at the end of a line in flow style", `{ "a": ^1,\n  "b": ^2, ${ignore}\n  "c": ^3 }\n`, "!-!"],
    [
      "may be stacked",
      `${ignore}\n# another\n# plimsoll-ignore ${memory} -- other\n^a: 1\n`,
      "- used:unused@kubernetes/containers-limit-memory",
    ],
    [
      "is parted by a blank line",
      `x: 1\n${ignore}\n\n^a: 1\n`,
      "! used:misplaced@plimsoll-ignore kubernetes/containers-not-privileged -- why",
    ],
    [
      "at the end of the document covers nothing",
      `^a: 1\n${ignore}\n`,
      "! used:misplaced@plimsoll-ignore kubernetes/containers-not-privileged -- why",
    ],
    [
      "above apiVersion covers the document",
      `${ignore}\n\n^apiVersion: v1\n^kind: Pod\n---\n^apiVersion: v1\n`,
      "--!",
    ],
    ["above kind, where it comes first", `${ignore}\n^kind: Pod\n^apiVersion: v1\n`, "--"],
    [
      "above apiVersion, where it comes later, covers the key",
      `kind: Pod\n${ignore}\n^apiVersion: v1\n^metadata: {}\n`,
      "-!",
    ],
    [
      "for the document at its top",
      `^a: 1\n---\n# plimsoll-ignore-document ${rule} -- why\n\n^b: 1\n^c: 1\n---\n^d: 1\n`,
      "!--!",
    ],
    [
      "for the document inside it covers nothing",
      `^a: 1\n# plimsoll-ignore-document ${rule} -- why\n^b: 1\n`,
      "!! used:misplaced@plimsoll-ignore-document kubernetes/containers-not-privileged -- why",
    ],
    ["for the file at its top", `# plimsoll-ignore-file ${rule} -- why\n---\n^a: 1\n---\n^b: 1\n`, "--"],
    [
      "for the file in a later document covers nothing",
      `^a: 1\n---\n# plimsoll-ignore-file ${rule} -- why\n^b: 1\n`,
      "!! used:misplaced@plimsoll-ignore-file kubernetes/containers-not-privileged -- why",
    ],
    ["with CR LF", `${ignore}\r\n^a:\r\n  ^b: 1\r\n^c: 1\r\n`, "--!"],
    ["under the rule's old name", "# plimsoll-ignore kubernetes/no-privileged -- why\n^a: 1\n", "-"],
    ["inside text is none", "a: |\n  # plimsoll-ignore x\n  ^b\nc: '# plimsoll-ignore ^x'\n", "!!"],
    ["at a missing value", `a: ^${ignore.replace("#", " #")}\n`, "-"],
    ["the innermost one counts", `${ignore}\n^a:\n  # plimsoll-ignore ${rule} -- inner\n  ^b: 1\n`, "--"],
  ])("%s", (_name, marked, expected) => {
    expect(outcome("web.yaml", marked)).toBe(expected);
  });

  it("says which reason excuses what", () => {
    const { suppressed } = hear(
      "web.yaml",
      `${ignore}\n^a:\n  # plimsoll-ignore ${rule} -- inner\n  ^b: 1\n`,
    );
    expect(suppressed.map(({ by, reference, justification }) => [by, reference, justification])).toEqual([
      ["inline", `plimsoll-ignore ${rule} -- why`, "why"],
      ["inline", `plimsoll-ignore ${rule} -- inner`, "inner"],
    ]);
  });
});

describe("in a Dockerfile a comment", () => {
  const wanted = "plimsoll-ignore kubernetes/containers-not-privileged -- why";
  it.each<[string, string, string]>([
    ["covers the instruction below", `^FROM a\n${ignore}\n^RUN b \\\n  && ^c\n^USER d\n`, "!--!"],
    ["may be stacked", `FROM a\n${ignore}\n# why\n^RUN b\n`, "-"],
    ["is parted by a blank line", `FROM a\n${ignore}\n\n^RUN b\n`, `! used:misplaced@${wanted}`],
    ["inside an instruction covers it", `FROM a\nRUN ^b \\\n  ${ignore}\n  && ^c\n^USER d\n`, "--!"],
    ["at the end covers nothing", `^FROM a\n${ignore}\n`, `! used:misplaced@${wanted}`],
    ["for the file", `# plimsoll-ignore-file ${rule} -- why\n^FROM a\n^RUN b\n`, "--"],
    [
      "for the file below the top covers nothing",
      `^FROM a\n# plimsoll-ignore-file ${rule} -- why\n^RUN b\n`,
      `!! used:misplaced@plimsoll-ignore-file ${rule} -- why`,
    ],
    [
      "for a document is none",
      `# plimsoll-ignore-document ${rule} -- why\n^FROM a\n`,
      `! used:misplaced@plimsoll-ignore-document ${rule} -- why`,
    ],
  ])("%s", (_name, marked, expected) => {
    expect(outcome("Dockerfile", marked)).toBe(expected);
  });
});

describe("a comment that is not in order", () => {
  it.each<[string, string, string, string]>([
    [
      "has no reason",
      `# plimsoll-ignore ${rule}`,
      "! has-reason:missing",
      "This comment excuses nothing: plimsoll-ignore needs a reason, as in `plimsoll-ignore <rule> -- <reason>`.",
    ],
    [
      "has an empty reason",
      `# plimsoll-ignore ${rule} -- `,
      "! has-reason:missing",
      "This comment excuses nothing: plimsoll-ignore needs a reason, as in `plimsoll-ignore <rule> -- <reason>`.",
    ],
    [
      "names no rule",
      "# plimsoll-ignore -- why",
      "! rule-exists:noRule",
      "This comment excuses nothing: plimsoll-ignore names no rule.",
    ],
    [
      "names a star",
      "# plimsoll-ignore * -- why",
      "! rule-exists:unknownRule",
      "There is no rule *, so this comment does not excuse it.",
    ],
    [
      "names an unknown rule",
      "# plimsoll-ignore kubernetes/containers-not-priviledged -- why",
      "! rule-exists:unknownRule",
      `There is no rule kubernetes/containers-not-priviledged, so this comment does not excuse it; did you mean ${rule}?`,
    ],
    [
      "names a rule on comments",
      "# plimsoll-ignore ignore/used -- why",
      "! rule-exists:unknownRule",
      "There is no rule ignore/used, so this comment does not excuse it.",
    ],
    [
      "is a word that means nothing",
      `# plimsoll-ignore-line ${rule} -- why`,
      "! used:misplaced",
      "This comment excuses nothing: plimsoll-ignore-line is not a word that Plimsoll knows; use plimsoll-ignore, plimsoll-ignore-document or plimsoll-ignore-file.",
    ],
    [
      "excuses nothing",
      `# plimsoll-ignore ${memory} -- why`,
      "! used:unused",
      `Nothing breaks ${memory} here, so this comment excuses nothing.`,
    ],
  ])("%s", (_name, comment, expected, message) => {
    const marked = `x: 1\n${comment}\n^a: 1\n`;
    expect(outcome("web.yaml", marked).replace(/@.*/, "")).toBe(expected);
    expect(hear("web.yaml", marked).findings.at(-1)?.message).toBe(message);
  });

  it("counts for the other rules that it names", () => {
    expect(outcome("web.yaml", `# plimsoll-ignore ${rule}, a/b -- why\n^a: 1\n`)).toBe(
      "- rule-exists:unknownRule@a/b",
    );
  });
});

describe("hearing", () => {
  it("counts the comments that an auditor does not hear", () => {
    const { findings, suppressed, unheard } = hear(
      "web.yaml",
      `${ignore}\n^a: 1\n# plimsoll-ignore\n^b: 1\n`,
      { heard: false },
    );
    expect([findings.length, suppressed.length, unheard]).toEqual([2, 0, 2]);
  });

  it("does not call a comment unused for a rule that is off, or for one that speaks when all files are known", () => {
    const off = new Map([[memory, { severity: "off" as const, options: {} }]]);
    expect(hear("a.yaml", `# plimsoll-ignore ${memory} -- why\na: 1\n`, { settings: off }).findings).toEqual(
      [],
    );
    expect(
      hear("a.yaml", "# plimsoll-ignore kubernetes/services-select-pods -- why\na: 1\n").findings,
    ).toEqual([]);
  });

  it("lets comments wait for rules over the workspace", () => {
    const service = "kubernetes/services-select-pods";
    const { pending, findings } = hear(
      "a.yaml",
      `# plimsoll-ignore ${service} -- later\na: 1\n# plimsoll-ignore ${service}\nb: 1\n`,
    );
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["ignore/has-reason"]);
    const found = [
      sampleFinding({ ruleId: service, file: "a.yaml", offset: 60 }),
      sampleFinding({ ruleId: service, file: "a.yaml", offset: 110 }),
      sampleFinding({ ruleId: service, file: "b.yaml", offset: 60 }),
    ];
    const late = (all: readonly Finding[]): ReturnType<typeof hearPending> =>
      hearPending(all, new Map([["a.yaml", pending]]), {
        ruleSet: sampleRuleSet,
        configuration: sampleConfiguration(),
      });
    const heard = late(found);
    expect(heard.suppressed.map(({ finding, justification }) => [finding, justification])).toEqual([
      [found[0], "later"],
    ]);
    expect(heard.findings).toEqual([found[2], found[1]]);
    expect(late([]).findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
      ["ignore/used", `Nothing breaks ${service} here, so this comment excuses nothing.`],
    ]);
  });

  it("excuses malformed text too", () => {
    const tree = treeOf("a.yaml", "# plimsoll-ignore syntax/yaml-parses -- a template\na: 1\n");
    const finding = sampleFinding({ ruleId: "syntax/yaml-parses", offset: 51 });
    expect(
      hearComments([finding], { path: "a.yaml", tree, ruleSet: sampleRuleSet, heard: true }).findings,
    ).toEqual([]);
  });

  it("takes the severity of the configuration", () => {
    const profile = sampleProfile("il5", { rules: { "ignore/used": { severity: "off" } } });
    const { findings } = hear("a.yaml", `${ignore}\na: 1\n`, { profile });
    expect(findings).toEqual([]);
  });

  it("stays cheap for many comments and findings", () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `  ${ignore}\n  ^k${index}: 1\n`);
    const stack = `${`${ignore}\n`.repeat(20_000)}^b: 1\n`;
    const elapsed = startCpuTime();
    expect(hear("a.yaml", `a:\n${lines.join("")}`).suppressed).toHaveLength(20_000);
    expect(hear("a.yaml", `x: 1\n${stack}`).suppressed).toHaveLength(1);
    expect(hear("Dockerfile", `FROM a\n${`${ignore}\n`.repeat(20_000)}^RUN b\n`).suppressed).toHaveLength(1);
    expect(elapsed()).toBeLessThan(3000);
  });
});
