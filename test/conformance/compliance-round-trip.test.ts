import {
  toCkl,
  toCklb,
  toComplianceHtml,
  toComplianceJunit,
  toComplianceMarkdown,
  toComplianceSarif,
} from "@plimsoll/evidence/compliance";
import type { ComplianceSubject } from "@plimsoll/evidence/compliance";
import { DEFAULT_POLICY, judgeCompliance, readCompliance } from "@plimsoll/scap";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";

const HOSTILE = `<script>alert(1)</script> [x](https://evil.test) | \u001b[31m ::error::no "q" 'a' & \u202e @team`;
const XCCDF = "http://checklists.nist.gov/xccdf/1.2";

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\u001b", "");
}

/** Results of every value, with foreign words wherever words can stand. */
const RESULTS = [
  "pass",
  "fail",
  "error",
  "unknown",
  "notapplicable",
  "notchecked",
  "notselected",
  "informational",
  "fixed",
];
const TEXT = `<Benchmark xmlns="${XCCDF}" id="B"><title>${escaped(HOSTILE)}</title><version>2</version><plain-text id="release-info">R3</plain-text>
${RESULTS.map((_, index) => `<Group id="V-${index}"><title>G${index}</title><Rule id="SV-${index}_rule" severity="${["high", "medium", "low"][index % 3]}" weight="10.0"><version>T-${index}</version><title>${escaped(HOSTILE)}</title><description>Because.</description><ident system="http://cyber.mil/cci">CCI-00000${index}</ident><fixtext>Do it.</fixtext><check system="C"><check-content>Look.</check-content></check></Rule></Group>`).join("\n")}
<TestResult id="t" end-time="2026-11-23T00:00:00Z"><target>host</target>${RESULTS.map((value, index) => `<rule-result idref="SV-${index}_rule" severity="${["high", "medium", "low"][index % 3]}"><result>${value}</result><message>${escaped(HOSTILE)}</message></rule-result>`).join("")}</TestResult></Benchmark>`;

function subjectOf(text: string, file: string): ComplianceSubject {
  const report = readCompliance(text, file);
  const verdict = judgeCompliance(report, { ...DEFAULT_POLICY, now: Date.parse("2026-11-24") });
  return { report, verdict, toolVersion: "0.0.0", imageDigest: `sha256:${"a".repeat(64)}` };
}

/** What a checklist can hold of a result. */
function essence(subject: ComplianceSubject): readonly unknown[] {
  return (subject.report.runs[0]?.results ?? [])
    .filter(({ result }) => result !== "notselected")
    .map(
      ({
        ruleId,
        result,
        severity,
        title,
        groupId,
        groupTitle,
        stigId,
        weight,
        ccis,
        discussion,
        checkText,
        fixText,
      }) => {
        const kept = {
          ruleId,
          severity,
          title,
          groupId,
          groupTitle,
          stigId,
          weight,
          ccis,
          discussion,
          checkText,
          fixText,
        };
        return { ...kept, result: CHECKLIST_VALUE[result] ?? result };
      },
    );
}

/** A checklist has four states; the others come back as the state that they were written as. */
const CHECKLIST_VALUE: Readonly<Record<string, string>> = {
  fixed: "pass",
  error: "notchecked",
  unknown: "notchecked",
  informational: "notchecked",
};

const subject = subjectOf(TEXT, "results.xml");

describe("checklists are read as they were written", () => {
  it.each([
    ["ckl", toCkl],
    ["cklb", toCklb],
  ])("%s", (format, write) => {
    const text = write(subject);
    const again = subjectOf(text, `x.${format}`);
    expect(again.report.format).toBe(format);
    expect(again.report.problems).toEqual([]);
    expect(again.report.runs[0]?.benchmark).toMatchObject({ id: "B", version: "2", release: "R3" });
    expect(essence(again)).toEqual(essence(subject).map((row) => visible(row)));
    expect(write(again).length).toBeGreaterThan(1000);
  });

  it("a second writing changes nothing", () => {
    const once = toCkl(subject);
    const twice = toCkl(subjectOf(once, "x.ckl"));
    expect(
      readCompliance(twice, "y.ckl").runs[0]?.results.map(({ ruleId, result }) => [ruleId, result]),
    ).toEqual(readCompliance(once, "x.ckl").runs[0]?.results.map(({ ruleId, result }) => [ruleId, result]));
  });
});

/** Control characters come back visible. */
function visible(row: unknown): unknown {
  return JSON.parse(JSON.stringify(row).replaceAll("\u202e", "<U+202E>"));
}

describe("no format lets foreign words act", () => {
  it.each([
    ["ckl", toCkl],
    ["junit", toComplianceJunit],
  ])("%s is XML and nothing else", (_, write) => {
    const text = write(subject);
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).not.toContain("<script>");
  });

  it("html runs nothing of theirs", () => {
    const text = toComplianceHtml(subject);
    expect([...text.matchAll(/<script/g)]).toHaveLength(1);
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text).not.toMatch(/https?:\/\/[^<]*"/);
  });

  it("markdown has no link, mention, cell or tag of theirs", () => {
    const text = toComplianceMarkdown(subject);
    expect(text).not.toContain("<script>");
    expect(text).not.toContain("](https://evil.test)");
    expect(text).not.toMatch(/[^>-]@team/);
  });

  it.each([toCkl, toCklb, toComplianceHtml, toComplianceJunit, toComplianceMarkdown, toComplianceSarif])(
    "%o has no control characters",
    (write) => {
      // oxlint-disable-next-line no-control-regex
      expect(write(subject)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202e]/);
    },
  );
});

describe("verdicts in each format", () => {
  const empty = subjectOf(
    `<TestResult xmlns="${XCCDF}" id="t"><rule-result idref="a"><result>notapplicable</result></rule-result></TestResult>`,
    "empty.xml",
  );

  it.each([
    [
      "junit",
      toComplianceJunit,
      "nothing-evaluated",
      '<testsuites name="empty.xml" tests="2" failures="0" errors="1"',
    ],
    ["markdown", toComplianceMarkdown, "compliance/nothing-evaluated", "indeterminate"],
    ["html", toComplianceHtml, "compliance/nothing-evaluated", "indeterminate"],
    ["sarif", toComplianceSarif, "compliance/nothing-evaluated", '"verdict": "indeterminate"'],
  ])("%s says that nothing was evaluated", (format, write, code, mark) => {
    const text = write(empty);
    if (format !== "junit") expect(text).toContain(code);
    expect(text).toContain(mark);
  });
});
