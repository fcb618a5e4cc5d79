import { describe, expect, it } from "vitest";
import { HOSTILE, assessmentOf, contextOf, findingOn, hostileAssessment } from "../testing/assessments.ts";
import { markdownText, utf8Length } from "./markdown-text.ts";
import { toMarkdown } from "./to-markdown.ts";

describe("markdownText", () => {
  it.each([
    ["plain words.", "plain words."],
    ["<b>&amp;", "&lt;b&gt;&amp;amp;"],
    ["`a` *b* _c_ ~d~", "\\`a\\` \\*b\\* \\_c\\_ \\~d\\~"],
    ["a | b\nc", "a \\| b c"],
    ["[x](y)", "\\[x\\](y)"],
    ["\\|", "\\\\\\|"],
    ["ask @someone, not node@sha256", "ask @<!-- -->someone, not node@sha256"],
    ["https://evil.example www.evil.example", "https:<!-- -->//evil.example www<!-- -->.evil.example"],
    ["$A and $B", "<span>$</span>A and <span>$</span>B"],
    ["# not a title", "\\# not a title"],
    ["\u001b[0m", "␛\\[0m"],
  ])("%j becomes %j", (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it("cuts what is too long", () => {
    expect(markdownText("a".repeat(10_000))).toBe(`${"a".repeat(500)}…`);
  });
});

describe("utf8Length", () => {
  it.each(["", "a", "é", "漢", "🚢", "a\ud800b", "\udc00\ud800"])("counts the bytes of %j", (text) => {
    expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
  });
});

describe("toMarkdown", () => {
  it("counts, tabulates, links", () => {
    const findings = [
      findingOn("a", { severity: "info", file: "z.yaml" }),
      findingOn("a", { fixes: [{ title: "Use 1001", safety: "safe", edits: [] }] }),
    ];
    expect(toMarkdown(assessmentOf({ findings, checkedFiles: 2 }), contextOf())).toBe(
      [
        "## Plimsoll: 1 error, 1 info",
        "",
        "Checked 2 of 2 files: 0 resources, 1 rule, profile <code>reference-design</code>, Kubernetes 1.34. 0 waived, 0 not checked. Fixes: 1 safe, 0 for review.",
        "",
        "| Reference design | Errors | Warnings | Infos | Requirements |",
        "|---|--:|--:|--:|---|",
        "| Table 4 | 1 | 0 | 1 | <code>T4-HARDENING</code> |",
        "",
        "### Findings",
        "",
        "#### <code>Dockerfile</code>",
        "",
        "| Severity | Place | Rule | What | Fix |",
        "|---|---|---|---|---|",
        "| ❌ error | 1:1 | [dockerfile/example](<https://plimsoll.example/dockerfile/example>) | Something does not hold. | Use 1001 (safe) |",
        "",
        "#### <code>z.yaml</code>",
        "",
        "| Severity | Place | Rule | What | Fix |",
        "|---|---|---|---|---|",
        "| ℹ️ info | 1:1 | [dockerfile/example](<https://plimsoll.example/dockerfile/example>) | Something does not hold. |  |",
        "",
      ].join("\n"),
    );
  });

  it.each([
    { name: "clean", parts: {}, words: "## Plimsoll: no findings\n" },
    { name: "nothing read", parts: { checkedFiles: 0 }, words: "## Plimsoll: no file was checked\n" },
    {
      name: "gaps",
      parts: { notChecked: [{ reason: "r", code: "a/b" }] },
      words: "## Plimsoll: no findings in what was checked\n",
    },
  ])("states the verdict: $name", ({ parts, words }) => {
    expect(toMarkdown(assessmentOf(parts), contextOf())).toContain(words);
  });

  it("groups gaps by code, crashes first", () => {
    const notChecked = [
      { file: "a", reason: "no helm", code: "helm/not-rendered" },
      { file: "b", reason: "other", code: "helm/not-rendered" },
      { subject: "x/y", reason: "boom", code: "rule/crashed" },
    ];
    expect(toMarkdown(assessmentOf({ notChecked }), contextOf())).toContain(
      [
        "### Not checked (3)",
        "",
        "| Code | Count | Why | Where |",
        "|---|--:|---|---|",
        "| <code>rule/crashed</code> | 1 | boom | <code>x/y</code> |",
        "| <code>helm/not-rendered</code> | 2 | no helm (and 1 other reason) | <code>a</code>, <code>b</code> |",
      ].join("\n"),
    );
  });

  it("lists waivers, those that end first at the top", () => {
    const finding = findingOn("a");
    const waived = [
      { finding, by: "baseline" as const, reference: "b.json", justification: "old" },
      { finding, by: "waiver" as const, reference: "W-2", justification: "agreed", expires: "2027-05-01" },
      { finding, by: "waiver" as const, reference: "W-1", justification: "agreed", expires: "2027-01-01" },
    ];
    const rows = toMarkdown(assessmentOf({ waived }), contextOf())
      .split("\n")
      .filter((line) => /^\| (?:20|no)/u.test(line));
    expect(rows.map((row) => row.split(" | ")[0])).toEqual(["| 2027-01-01", "| 2027-05-01", "| no end"]);
  });

  it.each([20_000, 100_000, 1_048_576])("stays within %i bytes, and says what it cut", (limit) => {
    const findings = Array.from({ length: 20_000 }, (_, index) =>
      findingOn("a", { file: `dir/${index % 50}/漢.yaml`, severity: index % 2 === 0 ? "warning" : "error" }),
    );
    const waived = findings.map((finding) => ({
      finding,
      by: "inline" as const,
      reference: "#",
      justification: "漢".repeat(50),
    }));
    const notChecked = findings.map(({ file }, index) => ({ file, reason: "r", code: `gap/${index}` }));
    const text = toMarkdown(assessmentOf({ findings, waived, notChecked }), contextOf(), { limit });
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(limit);
    expect(text).toMatch(/\*\*Cut here: .*\d+ warnings in \d+ files? are not shown/u);
    expect(text).toMatch(/\*\*\d+ more kinds of gap are not shown/u);
    expect(text).toMatch(/\*\*\d+ more waived findings are not shown/u);
    const shown = text.split("\n").filter((line) => /^\| (?:❌|⚠️)/u.test(line)).length;
    const left = [...text.matchAll(/(\d+) (?:errors|warnings)(?=[ ,].*are not shown)/gu)].map((match) =>
      Number(match[1]),
    );
    expect(shown + left.reduce((sum, count) => sum + count, 0)).toBe(findings.length);
  });

  it.each(HOSTILE)("keeps hostile text inside its cell: %j", (text) => {
    const { assessment, context } = hostileAssessment(text);
    const shown = toMarkdown(assessment, context);
    expect(shown.isWellFormed()).toBe(true);
    const rows = shown.split("\n").filter((line) => line.startsWith("|"));
    expect(rows).toHaveLength(12);
    const cells = rows.map((row) => row.replaceAll("\\\\", "").replaceAll("\\|", "").split("|").length - 2);
    expect(cells).toEqual([5, 5, 5, 5, 5, 5, 4, 4, 4, 5, 5, 5]);
    expect(shown.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(5);
    expect(shown.replaceAll(/<\/?code>|<\/?span>|<!-- -->|<https:[^<> ]*>/gu, "")).not.toMatch(/[<>]/u);
  });
});
