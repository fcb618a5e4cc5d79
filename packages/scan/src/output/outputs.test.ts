import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import AjvDraft4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { DEFAULT_GATE_POLICY } from "../gate/gate-policy.ts";
import { judgeScan } from "../gate/judge-scan.ts";
import type { GateResult } from "../gate/verdict.ts";
import { mergeReports } from "../merge/merge-reports.ts";
import { mergedSchema } from "../plimsoll/merged-schema.ts";
import { grypeDocument, reportOf, trivyDocument, type Row } from "../testing/reports.ts";
import { markdownText, plainText } from "./escape.ts";
import { toMarkdownSummary } from "./markdown-summary.ts";
import { toMergedJson } from "./merged-document.ts";
import { toScanSarif } from "./to-sarif.ts";

/** Text that a log, a terminal, Markdown, HTML or SARIF could be fooled by. */
const HOSTILE =
  "::set-output name=x::y\n::add-mask::a\r\u001b[31mred\u001b[0m\u009b1m\u202Eevil\u0000 <script>alert(1)</script> <img src=x onerror=y> [click](https://evil.example) | `code` **bold** @octocat https://evil.example www.evil.example \u{E0041} \uD800 $a$ &lt; ##[command]x";

function judged(trivy: readonly Row[], grype: readonly Row[] = []): GateResult {
  const scan = mergeReports([
    reportOf(trivyDocument(trivy, { name: `${HOSTILE}:1` }), { databaseBuilt: "2026-11-24T02:00:00Z" }),
    reportOf(grypeDocument(grype)),
  ]);
  return judgeScan(scan, { ...DEFAULT_GATE_POLICY, now: "2026-11-24T12:00:00Z" });
}

const hostileRow: Row = {
  id: `CVE-2024-1${HOSTILE}`,
  name: HOSTILE,
  version: HOSTILE,
  severity: "critical",
  fixed: HOSTILE,
  title: HOSTILE,
  feed: HOSTILE,
  purl: HOSTILE,
};
const ordinary: Row = { id: "CVE-2024-2", severity: "high", fixed: "2.0" };
const results = {
  hostile: judged([hostileRow, ordinary], [hostileRow]),
  ordinary: judged(
    [ordinary, { id: "CVE-2024-3", severity: "critical" }],
    [{ ...ordinary, severity: "critical" }],
  ),
  empty: judged([]),
};

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(mergedSchema);

/** The standard's own schema, with its formats. */
const sarif = new AjvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(sarif);
const validateSarif = sarif.compile(
  JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
      "utf8",
    ),
  ) as object,
);

describe.each(Object.entries(results))("outputs of a %s scan", (_, result) => {
  it("writes JSON by its schema", () => {
    for (const gate of [{ gate: result }, {}]) {
      const text = toMergedJson({ scan: result.scan, comparison: result.comparison, ...gate });
      expect(validate(JSON.parse(text)) ? [] : validate.errors).toEqual([]);
    }
  });

  it("writes a summary in which nothing foreign marks anything up", () => {
    const text = toMarkdownSummary(result);
    // oxlint-disable-next-line no-control-regex -- controls are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]|\u{E0041}/u);
    expect(text).not.toMatch(/<(?!\/?code>|!-- -->|\/?span>)/);
    expect(text).not.toMatch(/(?<!\\)\]\(|https?:\/\/|www\.|@octocat/);
    for (const line of text.split("\n")) expect(line).not.toMatch(/::|##\[/);
    expect(text.isWellFormed()).toBe(true);
  });

  it("keeps each row of a table in its columns", () => {
    const rows = toMarkdownSummary(result).split("\n");
    for (const [index, row] of rows.entries()) {
      if (!row.startsWith("|")) continue;
      const start = rows.findLastIndex((line, at) => at < index && !line.startsWith("|")) + 1;
      const columns = (line: string): number => line.replaceAll(/\\./g, "").split("|").length;
      expect([row, columns(row)]).toEqual([row, columns(rows[start] ?? "")]);
    }
  });

  it("writes SARIF in which nothing foreign makes a link or a control", () => {
    const text = toScanSarif(result, { version: "1.0.0", category: HOSTILE });
    // oxlint-disable-next-line no-control-regex -- controls are what is looked for
    expect(text.slice(0, -1)).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
    const log = JSON.parse(text) as {
      runs: {
        results: { message: { text: string }; ruleIndex: number }[];
        tool: { driver: { rules: object[] } };
      }[];
    };
    expect(validateSarif(log) ? [] : validateSarif.errors).toEqual([]);
    const [run] = log.runs;
    expect(run?.results).toHaveLength(result.findings.length);
    for (const { message, ruleIndex } of run?.results ?? []) {
      expect(message.text).not.toMatch(/\]\(|[\u0000-\u001F]/); // oxlint-disable-line no-control-regex -- as above
      expect(ruleIndex).toBeLessThan(run?.tool.driver.rules.length ?? 0);
    }
  });
});

describe("toMarkdownSummary", () => {
  it("shows verdict, reasons, severities, agreement and who stands alone", () => {
    expect(toMarkdownSummary(results.ordinary)).toBe(`## Vulnerability scan: ❌ Fail

- ❌ 2 findings at or above the cut-off. <code>scan/vulnerability-severe</code>
- ℹ️ No catalogue of known exploited vulnerabilities was given; only what scanners say of themselves counts. <code>scan/kev-not-given</code>

### Reports

| # | Scanner | Engine | Database built | Target | Digest | Packages | Findings |
| ---: | --- | --- | --- | --- | --- | ---: | ---: |
${toMarkdownSummary(results.ordinary)
  .split("\n")
  .filter((line) => /^\| [12] \|/.test(line))
  .join("\n")}

### Findings

| Severity | Findings | With a fix | Agreed | Failing |
| --- | ---: | ---: | ---: | ---: |
| critical | 2 | 1 | 1 | 2 |
| high | 0 | 0 | 0 | 0 |
| medium | 0 | 0 | 0 | 0 |
| low | 0 | 0 | 0 | 0 |
| negligible | 0 | 0 | 0 | 0 |
| unknown | 0 | 0 | 0 | 0 |

0 known to be exploited, 0 excused.

### Agreement

| Engines | ▓ only the first, █ both, ░ only the second | Only the first | Both | Only the second |
| --- | --- | ---: | ---: | ---: |
| grype and trivy | <code>██████████░░░░░░░░░░</code> | 0 | 1 | 1 |

50 % of 2 findings are agreed on by at least two engines.

### Failing or undecided

| Severity | Vulnerability | Package | Installed | Fixed in | Found by | Because |
| --- | --- | --- | --- | --- | --- | --- |
| critical | CVE-2024-2 | openssl | 1.0 | 2.0 | grype, trivy | severity |
| critical | CVE-2024-3 | openssl | 1.0 | – | trivy | severity |

### Critical and high findings of one engine alone

| Severity | Vulnerability | Package | Installed | Found by | Why another engine may not have it |
| --- | --- | --- | --- | --- | --- |
| critical | CVE-2024-3 | openssl | 1.0 | trivy | grype: the reports do not tell |
`);
  });

  it("stays small whatever was found", () => {
    const many = Array.from({ length: 3000 }, (_, number): Row => ({
      ...hostileRow,
      id: `CVE-2024-${number}`,
    }));
    expect(toMarkdownSummary(judged(many)).length).toBeLessThan(500_000);
  });
});

describe("escaping", () => {
  it.each([
    ["a\nb", "a b"],
    ["\u001b[31m", "\u241b[31m"],
    ["\u202E", "<U+202E>"],
    ["x".repeat(400), `${"x".repeat(300)}…`],
    ["漢字 🚢", "漢字 🚢"],
  ])("plainText(%j)", (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it.each([
    ["a|b", String.raw`a\|b`],
    ["<b>", "&lt;b&gt;"],
    ["::error::", ":<!-- -->:error:<!-- -->:"],
    ["@me", "@<!-- -->me"],
  ])("markdownText(%j)", (text, escaped) => {
    expect(markdownText(text)).toBe(escaped);
  });
});
