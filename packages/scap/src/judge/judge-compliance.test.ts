import type { ComplianceReport, ResultValue } from "@plimsoll/core";
import { describe, expect, it } from "vitest";
import { readCompliance } from "../read-compliance.ts";
import { judgeCompliance } from "./judge-compliance.ts";
import { DEFAULT_POLICY, type CompliancePolicy } from "./policy.ts";
import { readThresholds } from "./threshold.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const DIGEST = `sha256:${"a".repeat(64)}`;
const OTHER = `sha256:${"b".repeat(64)}`;

function reportOf(...results: readonly string[]): ComplianceReport {
  return reportOfRuns([runText("run", "2026-11-23T00:00:00Z", results)]);
}

function reportOfRuns(runs: readonly string[]): ComplianceReport {
  const text = `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="b"><Rule id="r"/>${runs.join("")}</Benchmark>`;
  return readCompliance(text, "x.xml");
}

/** A run of results such as `fail` or `fail:high`. */
function runText(id: string, end: string, results: readonly string[]): string {
  const rows = results.map((result, index) => {
    const [value, severity = "medium"] = result.split(":");
    return `<rule-result idref="r${index}" severity="${severity}"><result>${value}</result></rule-result>`;
  });
  return `<TestResult id="${id}" end-time="${end}"><target>app@${DIGEST}</target>${rows.join("")}</TestResult>`;
}

function judge(
  report: ComplianceReport,
  policy: Partial<CompliancePolicy> = {},
): ReturnType<typeof judgeCompliance> {
  return judgeCompliance(report, { ...DEFAULT_POLICY, now: NOW, ...policy });
}

describe("verdicts", () => {
  it.each<readonly [string, readonly string[], Partial<CompliancePolicy>, readonly [string, ...string[]]]>([
    ["all pass", ["pass", "fixed"], {}, ["pass"]],
    ["one fails", ["pass", "fail"], {}, ["fail", "failed-rules"]],
    ["nothing evaluated", ["notapplicable", "notchecked"], {}, ["indeterminate", "nothing-evaluated"]],
    ["no results", [], {}, ["indeterminate", "nothing-evaluated"]],
    ["errors only", ["error", "unknown"], {}, ["indeterminate", "nothing-evaluated"]],
    ["not selected only", ["notselected"], {}, ["indeterminate", "nothing-evaluated"]],
    ["too few", ["pass", "pass"], { minEvaluated: 3 }, ["indeterminate", "too-few-evaluated"]],
    [
      "low coverage",
      ["pass", "error", "notchecked"],
      { minCoverage: 0.5 },
      ["indeterminate", "low-coverage"],
    ],
    ["coverage without what does not apply", ["pass", "notapplicable"], { minCoverage: 1 }, ["pass"]],
    [
      "a failure weighs more than doubt",
      ["fail"],
      { minEvaluated: 9 },
      ["fail", "failed-rules", "too-few-evaluated"],
    ],
    ["below the cut-off", ["pass", "fail:low"], { categoryCutoff: 2 }, ["pass"]],
    ["at the cut-off", ["pass", "fail:medium"], { categoryCutoff: 2 }, ["fail", "failed-rules"]],
    [
      "no category counts as the weightiest",
      ["pass", "fail:unknown"],
      { categoryCutoff: 1 },
      ["fail", "failed-rules"],
    ],
    ["right image", ["pass"], { imageDigest: DIGEST }, ["pass"]],
    ["wrong image", ["pass"], { imageDigest: OTHER }, ["indeterminate", "wrong-digest"]],
    [
      "bound elsewhere does not change what the report says",
      ["pass"],
      { imageDigest: OTHER, boundDigest: OTHER },
      ["indeterminate", "wrong-digest"],
    ],
    ["fresh", ["pass"], { maxAgeDays: 2 }, ["pass"]],
    ["stale", ["pass"], { maxAgeDays: 1 }, ["indeterminate", "stale"]],
    ["unreadable result", ["pass", "great"], {}, ["indeterminate", "unreadable-result"]],
  ])("%s", (_, results, policy, [verdict, ...codes]) => {
    const judged = judge(reportOf(...results), policy);
    expect([judged.verdict, judged.reasons.map(({ code }) => code)]).toEqual([
      verdict,
      codes.map((code) => `compliance/${code}`),
    ]);
  });

  it("counts", () => {
    const report = reportOf(
      "pass",
      "fail:high",
      "fail:medium",
      "fail:low",
      "fail:unknown",
      "error",
      "notapplicable",
      "notselected",
    );
    expect(judge(report)).toMatchObject({
      counts: { pass: 1, fail: 4, error: 1, notapplicable: 1, notselected: 1 },
      evaluated: 5,
      selected: 7,
      coverage: 5 / 6,
      failed: { cat1: 1, cat2: 1, cat3: 1, other: 1 },
    });
  });
});

describe("an image that the report does not name", () => {
  const report = readCompliance(
    '<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="t"><target>unknown</target><rule-result idref="a"><result>pass</result></rule-result></TestResult>',
    "x",
  );

  it.each([
    [undefined, "indeterminate", ["compliance/unknown-digest"]],
    [DIGEST, "pass", []],
    [OTHER, "indeterminate", ["compliance/wrong-digest"]],
  ])("bound to %s", (boundDigest, verdict, codes) => {
    const judged = judge(report, {
      imageDigest: DIGEST,
      ...(boundDigest === undefined ? {} : { boundDigest }),
    });
    expect([judged.verdict, judged.reasons.map(({ code }) => code)]).toEqual([verdict, codes]);
  });

  it("has no age", () => {
    expect(judge(report, { maxAgeDays: 9 }).reasons.map(({ code }) => code)).toEqual([
      "compliance/unknown-age",
    ]);
  });
});

describe("several runs", () => {
  const old = runText("old", "2026-01-01T00:00:00Z", ["fail"]);
  const recent = runText("recent", "2026-11-01T00:00:00Z", ["pass"]);

  it.each([
    ["the latest counts", [old, recent], undefined, { runs: [1], verdict: "pass" }],
    ["the wanted one counts", [old, recent], "old", { runs: [0], verdict: "fail" }],
    ["none of that name", [old, recent], "x", { runs: [], verdict: "indeterminate" }],
    [
      "two of the same time",
      [old, runText("b", "2026-01-01T00:00:00Z", ["pass"])],
      undefined,
      { runs: [], verdict: "indeterminate" },
    ],
    [
      "one without a time",
      [old, runText("b", "", ["pass"])],
      undefined,
      { runs: [], verdict: "indeterminate" },
    ],
  ])("%s", (_, runs, run, expected) => {
    const judged = judge(reportOfRuns(runs), run === undefined ? {} : { run });
    expect(judged).toMatchObject(expected);
  });

  it("the STIGs of a checklist all count", () => {
    const rule = (status: string): object => ({ rule_id: "a", status });
    const text = JSON.stringify({ stigs: [{ rules: [rule("open")] }, { rules: [rule("not_a_finding")] }] });
    expect(judge(readCompliance(text, "x"))).toMatchObject({ runs: [0, 1], verdict: "fail", evaluated: 2 });
  });
});

describe("waivers", () => {
  it.each([
    [{ rule: "r0", expires: "2026-11-24" }, "pass"],
    [{ rule: "r0", expires: "2026-11-23" }, "fail"],
    [{ rule: "r9", expires: "2027-01-01" }, "fail"],
    [{ rule: "r0", expires: "2027-01-01", imageDigest: OTHER }, "fail"],
    [{ rule: "r0", expires: "2027-01-01", imageDigest: DIGEST }, "pass"],
  ])("%j", (waiver, verdict) => {
    const judged = judge(reportOf("fail", "pass"), {
      imageDigest: DIGEST,
      waivers: [{ id: "w", ...waiver }],
    });
    expect([judged.verdict, judged.waived.map((entry) => entry.waiver)]).toEqual([
      verdict,
      verdict === "pass" ? ["w"] : [],
    ]);
  });
});

describe("threshold files", () => {
  it.each([
    [{ failed: { high: { max: 0 } } }, "pass", []],
    [{ failed: { total: { max: 0 } } }, "fail", []],
    [{ compliance: { min: 60 } }, "fail", []],
    [{ compliance: { min: 50 } }, "pass", []],
    [{ passed: { medium: 1 } }, "pass", []],
    [{ passed: { medium: { min: 2 } } }, "fail", []],
    [{ nonsense: 1, failed: { huge: { max: 0 } } }, "pass", ["nonsense", "failed.huge"]],
  ])("%j", (file, verdict, unknown) => {
    const thresholds = readThresholds(file);
    expect(thresholds.unknown).toEqual(unknown);
    const judged = judge(reportOf("pass", "fail:low"), { limits: thresholds.limits, categoryCutoff: 1 });
    expect(judged.verdict).toBe(verdict);
  });
});

describe("no change of a report makes it pass", () => {
  const values: readonly ResultValue[] = [
    "pass",
    "fail",
    "error",
    "unknown",
    "notapplicable",
    "notchecked",
    "notselected",
  ];

  it("removing results never turns a report that does not pass into one that does, but by removing its failures", () => {
    for (const first of values) {
      for (const second of values) {
        const whole = judge(reportOf(first, second), { minEvaluated: 1, minCoverage: 1 });
        const part = judge(reportOf(second), { minEvaluated: 1, minCoverage: 1 });
        const onlyGood = second === "pass";
        expect(part.verdict === "pass").toBe(onlyGood);
        if (whole.verdict === "pass") expect([first, second]).toContain("pass");
      }
    }
  });
});
