import { assert, constantFrom, integer, property, record, array } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseKev } from "../feeds/kev.ts";
import { parseEpss } from "../feeds/epss.ts";
import { mergeReports } from "../merge/merge-reports.ts";
import type { ScanReport } from "../report/scan-report.ts";
import {
  DIGEST,
  grypeDocument,
  OTHER_DIGEST,
  reportOf,
  trivyDocument,
  type GrypeParts,
  type Row,
  type TrivyParts,
} from "../testing/reports.ts";
import { DEFAULT_GATE_POLICY, type GatePolicy } from "./gate-policy.ts";
import { judgeScan } from "./judge-scan.ts";
import type { GateReasonCode, Verdict } from "./verdict.ts";

const KEV = parseKev(JSON.stringify({ vulnerabilities: [{ cveID: "CVE-2021-44228" }] }), {
  file: "kev.json",
});
const POLICY: GatePolicy = {
  ...DEFAULT_GATE_POLICY,
  now: "2026-11-24T12:00:00Z",
  kev: KEV,
  subject: [DIGEST],
};
const BUILT = { databaseBuilt: "2026-11-24T02:00:00Z" };
const HIGH: Row = { id: "CVE-2024-1", severity: "high", fixed: "2.0" };
const LOW: Row = { id: "CVE-2024-2", severity: "low" };

interface Given {
  readonly trivy?: readonly Row[];
  readonly trivyParts?: TrivyParts;
  readonly grype?: readonly Row[];
  readonly grypeParts?: GrypeParts;
  readonly built?: string;
  readonly reports?: readonly ScanReport[];
  readonly policy?: Partial<GatePolicy>;
}

function judge({ trivy = [LOW], trivyParts, grype = [LOW], grypeParts, built, reports, policy }: Given) {
  const all = reports ?? [
    reportOf(trivyDocument(trivy, trivyParts), { databaseBuilt: built ?? BUILT.databaseBuilt }),
    reportOf(grypeDocument(grype, grypeParts)),
  ];
  return judgeScan(mergeReports(all), { ...POLICY, ...policy });
}

const BOTH_HIGH: Given = { trivy: [HIGH], grype: [HIGH] };
const trivyAlone = reportOf(trivyDocument([LOW]), BUILT);

/** A case, its verdict, and the code that makes it; undefined where none may be there. */
const CASES: readonly (readonly [
  name: string,
  given: Given,
  verdict: Verdict,
  code: GateReasonCode | undefined,
])[] = [
  ["low findings of two scanners", {}, "pass", undefined],
  ["no finding, and packages listed by one and findings by the other", { trivy: [] }, "pass", undefined],
  ["a high finding", BOTH_HIGH, "fail", "scan/vulnerability-severe"],
  ["a high finding of one scanner", { trivy: [HIGH, LOW] }, "fail", "scan/vulnerability-severe"],
  ["a higher cut-off", { ...BOTH_HIGH, policy: { severityCutoff: "critical" } }, "pass", undefined],
  ["no cut-off", { ...BOTH_HIGH, policy: { severityCutoff: "never" } }, "pass", undefined],
  [
    "another cut-off for what has no fix",
    { trivy: [{ id: "CVE-1", severity: "high" }], policy: { severityCutoffUnfixed: "critical" } },
    "pass",
    undefined,
  ],
  [
    "only fixed: no fix",
    { trivy: [{ id: "CVE-1", severity: "critical" }], policy: { onlyFixed: true } },
    "pass",
    undefined,
  ],
  ["only fixed: a fix", { ...BOTH_HIGH, policy: { onlyFixed: true } }, "fail", "scan/vulnerability-severe"],
  [
    "unknown severity",
    { trivy: [{ id: "CVE-1", severity: "unknown" }] },
    "indeterminate",
    "scan/severity-unknown",
  ],
  [
    "unknown severity that fails",
    { trivy: [{ id: "CVE-1", severity: "unknown" }], policy: { unknownSeverity: "fail" } },
    "fail",
    "scan/severity-unknown",
  ],
  [
    "unknown severity that warns",
    { trivy: [{ id: "CVE-1", severity: "unknown" }], policy: { unknownSeverity: "warn" } },
    "pass",
    "scan/severity-unknown",
  ],
  [
    "unknown to one, low to the other",
    { trivy: [{ ...LOW, severity: "unknown" }], grype: [LOW] },
    "pass",
    undefined,
  ],
  [
    "known to be exploited, though low",
    { trivy: [{ id: "CVE-2021-44228", severity: "low" }] },
    "fail",
    "scan/vulnerability-exploited",
  ],
  [
    "known to be exploited under another name",
    { grype: [{ id: "GHSA-jfh8-c2jp-5v3q", severity: "low", names: ["CVE-2021-44228"] }] },
    "fail",
    "scan/vulnerability-exploited",
  ],
  [
    "known to be exploited, in the baseline",
    {
      trivy: [{ id: "CVE-2021-44228", severity: "low" }],
      policy: { baseline: mergeReports([reportOf(trivyDocument([{ id: "CVE-2021-44228" }]))]) },
    },
    "fail",
    "scan/vulnerability-exploited",
  ],
  [
    "in the baseline, of another release",
    {
      ...BOTH_HIGH,
      policy: { baseline: mergeReports([reportOf(trivyDocument([{ ...HIGH, version: "0.9" }]))]) },
    },
    "pass",
    undefined,
  ],
  [
    "likely to be exploited",
    {
      policy: {
        epssThreshold: 0.5,
        epss: parseEpss("cve,epss,percentile\nCVE-2024-2,0.5,0.9\n", { file: "e" }),
      },
    },
    "fail",
    "scan/vulnerability-likely-exploited",
  ],
  [
    "less likely than the threshold",
    {
      policy: {
        epssThreshold: 0.5,
        epss: parseEpss("cve,epss,percentile\nCVE-2024-2,0.49,0.9\n", { file: "e" }),
      },
    },
    "pass",
    undefined,
  ],
  ["a threshold without scores", { policy: { epssThreshold: 0.5 } }, "indeterminate", "scan/epss-not-given"],
  [
    "within the leeway",
    { trivy: [{ ...HIGH, published: "2026-11-20T00:00:00Z" }], policy: { leewayDays: { high: 7 } } },
    "pass",
    "scan/within-leeway",
  ],
  [
    "after the leeway",
    { trivy: [{ ...HIGH, published: "2026-11-10T00:00:00Z" }], policy: { leewayDays: { high: 7 } } },
    "fail",
    "scan/vulnerability-severe",
  ],
  [
    "leeway without a day of publication",
    { trivy: [HIGH], policy: { leewayDays: { high: 7 } } },
    "fail",
    "scan/vulnerability-severe",
  ],
  [
    "one scanner, warning",
    { trivy: [HIGH, LOW], policy: { singleScanner: "warn" } },
    "pass",
    "scan/single-scanner",
  ],
  [
    "one scanner, agreement required",
    { trivy: [HIGH, LOW], policy: { singleScanner: "require-agreement" } },
    "indeterminate",
    "scan/not-agreed",
  ],
  [
    "both, agreement required",
    { ...BOTH_HIGH, policy: { singleScanner: "require-agreement" } },
    "fail",
    "scan/vulnerability-severe",
  ],
  ["no report", { reports: [] }, "indeterminate", "scan/no-report"],
  ["one report", { reports: [trivyAlone] }, "indeterminate", "scan/too-few-scanners"],
  [
    "two reports of one engine",
    { reports: [trivyAlone, reportOf(trivyDocument([LOW], { createdAt: "2026-11-24T09:00:00Z" }), BUILT)] },
    "indeterminate",
    "scan/too-few-scanners",
  ],
  [
    "one engine under another name",
    {
      reports: [
        trivyAlone,
        reportOf(
          { version: "2.1.0", runs: [{ tool: { driver: { name: "My Scanner" } }, results: [] }] },
          BUILT,
        ),
      ],
    },
    "indeterminate",
    "scan/too-few-scanners",
  ],
  ["nothing found and no packages", { grype: [] }, "indeterminate", "scan/nothing-checked"],
  [
    "an empty list of packages",
    { trivy: [], trivyParts: { packages: [] } },
    "indeterminate",
    "scan/nothing-checked",
  ],
  ["another digest", { grypeParts: { digest: OTHER_DIGEST } }, "indeterminate", "scan/digest-wrong"],
  ["no digest", { trivyParts: { digest: "" } }, "indeterminate", "scan/digest-absent"],
  [
    "two digests, and none is asked for",
    { grypeParts: { digest: OTHER_DIGEST }, policy: { subject: [] } },
    "indeterminate",
    "scan/digests-differ",
  ],
  ["another platform", { grypeParts: { architecture: "arm64" } }, "indeterminate", "scan/platforms-differ"],
  [
    "a stale database",
    { grypeParts: { built: "2026-11-01T00:00:00Z" } },
    "indeterminate",
    "scan/database-stale",
  ],
  ["a database of unknown age", { built: "never" }, "indeterminate", "scan/database-age-unknown"],
  [
    "a database of unknown age, warning",
    { built: "never", policy: { unknownDatabaseAge: "warn" } },
    "pass",
    "scan/database-age-unknown",
  ],
  ["a database of the future", { built: "2027-01-01T00:00:00Z" }, "indeterminate", "scan/time-in-future"],
  [
    "an old scan",
    { trivyParts: { createdAt: "2026-11-01T00:00:00Z" }, policy: { maximumScanAgeDays: 1 } },
    "indeterminate",
    "scan/scan-too-old",
  ],
  [
    "a scan of unknown age",
    { grypeParts: { timestamp: "" }, policy: { maximumScanAgeDays: 1 } },
    "indeterminate",
    "scan/scan-age-unknown",
  ],
  [
    "a scan of the future",
    { trivyParts: { createdAt: "2026-12-01T00:00:00Z" } },
    "indeterminate",
    "scan/time-in-future",
  ],
  ["a filtered report", { grypeParts: { onlyFixed: true } }, "indeterminate", "scan/report-filtered"],
  [
    "a filtered report that may be",
    { grypeParts: { onlyFixed: true }, policy: { filteredReport: "warn" } },
    "pass",
    "scan/report-filtered",
  ],
  [
    "an old distribution",
    { trivyParts: { endOfLife: true } },
    "indeterminate",
    "scan/distribution-end-of-life",
  ],
  [
    "a file that was no report",
    { policy: { unreadable: [{ file: "x.json", code: "scan/report-not-json", message: "broken" }] } },
    "indeterminate",
    "scan/report-unreadable",
  ],
  [
    "an entry without an id",
    {
      reports: [
        trivyAlone,
        reportOf({
          ...(grypeDocument([LOW]) as object),
          matches: [{ vulnerability: {} }, { vulnerability: { id: "CVE-1" } }],
        }),
      ],
    },
    "indeterminate",
    "scan/entries-unreadable",
  ],
  ["what a scanner put aside", { grypeParts: { ignored: [HIGH] } }, "fail", "scan/vulnerability-severe"],
  [
    "what a scanner put aside, accepted",
    { grypeParts: { ignored: [HIGH] }, policy: { scannerSuppressions: "accept" } },
    "pass",
    undefined,
  ],
  ["no catalogue of exploits", { policy: { kev: undefined } }, "pass", "scan/kev-not-given"],
];

describe("judgeScan", () => {
  it.each(CASES)("%s", (_, given, verdict, code) => {
    const result = judge(given);
    const codes = result.reasons.map((reason) => reason.code);
    expect([result.verdict, codes]).toEqual([
      verdict,
      code === undefined ? [] : expect.arrayContaining([code]),
    ]);
  });

  it("names fail before indeterminate before warnings, and says of which report it speaks", () => {
    const { reasons, verdict } = judge({
      ...BOTH_HIGH,
      grypeParts: { onlyFixed: true },
      policy: { kev: undefined },
    });
    expect(verdict).toBe("fail");
    expect(reasons.map(({ effect }) => effect)).toEqual(["fail", "indeterminate", "warning"]);
    expect(reasons[1]?.reports).toHaveLength(1);
  });

  it("counts by severity and outcome", () => {
    expect(judge({ trivy: [HIGH, LOW], grype: [HIGH] }).counts).toEqual({
      bySeverity: { critical: 0, high: 1, medium: 0, low: 1, negligible: 0, unknown: 0 },
      fails: 1,
      undecided: 0,
      warns: 0,
      excused: 0,
      knownExploited: 0,
    });
  });

  it.each([
    ["max", "high"],
    ["vendor-first", "low"],
    ["scanner:grype", "high"],
    ["scanner:trivy", "low"],
  ] as const)("judges by the severity of %s", (severitySource, severity) => {
    const result = judge({
      trivy: [{ id: "CVE-1", severity: "low" }],
      grype: [{ id: "CVE-1", severity: "high", feed: "nvd:cpe" }],
      policy: { severitySource },
    });
    expect(result.findings[0]?.comparison.severity).toBe(severity);
  });

  it("needs a time", () => {
    expect(() => judge({ policy: { now: "today" } })).toThrow("not a time");
  });

  it("never passes with a report taken away or its findings made worse", () => {
    const severities = constantFrom("critical", "high", "low", "unknown");
    const rows = array(
      record({ id: integer({ min: 1, max: 5 }).map((number) => `CVE-2024-${number}`), severity: severities }),
      {
        maxLength: 5,
      },
    );
    assert(
      property(rows, rows, (trivy, grype) => {
        const both = judge({ trivy, grype });
        const one = judge({ reports: [reportOf(trivyDocument(trivy), BUILT)] });
        expect(one.verdict).not.toBe("pass");
        const more = judge({ trivy: [...trivy, { id: "CVE-2025-1", severity: "critical" }], grype });
        expect(more.verdict).toBe("fail");
        if (both.verdict === "fail") expect(judge({ trivy: [...trivy, LOW], grype }).verdict).toBe("fail");
      }),
    );
  });
});
