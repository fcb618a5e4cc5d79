import { describe, expect, it } from "vitest";
import { mergeReports } from "../merge/merge-reports.ts";
import {
  grypeDocument,
  OTHER_DIGEST,
  reportOf,
  trivyDocument,
  type GrypeParts,
  type Row,
  type TrivyParts,
} from "../testing/reports.ts";
import { compareScan } from "./compare-scan.ts";
import { agreementIndex, type OneSidedReason } from "./comparison.ts";

interface Sides {
  readonly trivy?: readonly Row[];
  readonly trivyParts?: TrivyParts;
  readonly grype?: readonly Row[];
  readonly grypeParts?: GrypeParts;
  readonly databaseBuilt?: string;
}

function comparisonOf({ trivy = [], trivyParts, grype = [], grypeParts, databaseBuilt }: Sides) {
  const scan = mergeReports([
    reportOf(trivyDocument(trivy, trivyParts), databaseBuilt === undefined ? {} : { databaseBuilt }),
    reportOf(grypeDocument(grype, grypeParts)),
  ]);
  return compareScan(scan);
}

const ROW: Row = { id: "CVE-2024-1" };
const LISTED: TrivyParts = { packages: ["openssl"] };

interface ReasonCase {
  readonly reason: OneSidedReason;
  readonly sides: Sides;
}

const REASONS: readonly ReasonCase[] = [
  { reason: "target-differs", sides: { trivyParts: { ...LISTED, digest: OTHER_DIGEST }, grype: [ROW] } },
  {
    reason: "version-differs",
    sides: { trivy: [{ ...ROW, version: "1.0" }], trivyParts: LISTED, grype: [{ ...ROW, version: "3.0" }] },
  },
  {
    reason: "advisory-covers-several",
    sides: {
      trivy: [ROW],
      trivyParts: LISTED,
      grype: [{ id: "DSA-1-1", names: ["CVE-2024-1", "CVE-2024-2"] }],
    },
  },
  { reason: "package-not-listed", sides: { trivyParts: { packages: ["curl"] }, grype: [ROW] } },
  { reason: "package-version-differs", sides: { trivyParts: LISTED, grype: [{ ...ROW, version: "9.9" }] } },
  { reason: "filtered-out", sides: { trivy: [ROW], trivyParts: LISTED, grypeParts: { onlyFixed: true } } },
  { reason: "cpe-match", sides: { trivyParts: LISTED, grype: [{ ...ROW, match: "cpe-match" }] } },
  {
    reason: "already-fixed",
    sides: { trivy: [{ ...ROW, version: "1.0-2", fixed: "1.0-1" }], trivyParts: LISTED },
  },
  {
    reason: "database-older",
    sides: {
      trivy: [{ ...ROW, published: "2026-11-20T00:00:00Z" }],
      trivyParts: LISTED,
      grypeParts: { built: "2026-11-01T00:00:00Z" },
    },
  },
  {
    reason: "feed-not-used",
    sides: {
      trivy: [{ ...ROW, feed: "glad" }],
      trivyParts: LISTED,
      grype: [{ id: "CVE-2024-9", name: "curl" }],
    },
  },
  {
    reason: "withdrawn-or-disputed",
    sides: { trivy: [{ ...ROW, title: "** DISPUTED ** not a fault" }], trivyParts: LISTED },
  },
  { reason: "unknown", sides: { trivy: [ROW], trivyParts: LISTED } },
];

describe("compareScan", () => {
  it.each(REASONS)("says why a scanner may lack a finding: $reason", ({ reason, sides }) => {
    const found = comparisonOf(sides).findings.flatMap(({ missing }) =>
      missing.map(({ reasons }) => reasons[0]),
    );
    expect(found).toContain(reason);
  });

  it("gives no more reasons than hold", () => {
    const [finding] = comparisonOf({ trivyParts: { packages: ["curl"] }, grype: [ROW] }).findings;
    expect(finding?.missing).toEqual([{ family: "trivy", reasons: ["package-not-listed"] }]);
  });

  it("does not call a package unlisted whose source is listed", () => {
    const sides = { trivyParts: LISTED, grype: [{ ...ROW, name: "libssl3", source: "openssl" }] };
    const [finding] = comparisonOf(sides).findings;
    expect(finding?.missing).toEqual([{ family: "trivy", reasons: ["unknown"] }]);
  });

  it("says in what scanners that agree differ", () => {
    const { findings } = comparisonOf({
      trivy: [
        { id: "CVE-1", severity: "critical", fixed: "2.0" },
        { id: "CVE-2", fixed: "2.0" },
        { id: "CVE-3", fixed: "2.0, 3.0" },
        { id: "CVE-4", state: "will_not_fix" },
        { id: "CVE-5", severity: "unknown" },
      ],
      grype: [
        { id: "CVE-1", severity: "high", fixed: "2.0" },
        { id: "CVE-2" },
        { id: "CVE-3", fixed: "0:2.0" },
        { id: "CVE-4" },
        { id: "CVE-5", severity: "low" },
      ],
    });
    expect(findings.map(({ finding, differences }) => [finding.vulnerability.primary, differences])).toEqual([
      ["CVE-1", ["severity"]],
      ["CVE-2", ["fix"]],
      ["CVE-3", []],
      ["CVE-4", ["status"]],
      ["CVE-5", []],
    ]);
  });

  it("takes what a scanner put aside for seen", () => {
    const [finding] = comparisonOf({ trivy: [ROW], grypeParts: { ignored: [ROW] } }).findings;
    expect([finding?.agreement, finding?.seenBy]).toEqual(["agreed", ["grype", "trivy"]]);
  });

  it("counts", () => {
    const comparison = comparisonOf({
      trivy: [ROW, { id: "CVE-2024-2", severity: "low" }],
      grype: [ROW, { id: "CVE-2024-3", severity: "critical" }],
    });
    expect(comparison.overall).toEqual({ agreed: 1, total: 3 });
    expect(agreementIndex(comparison.overall)).toBeCloseTo(1 / 3);
    expect(comparison.bySeverity.get("high")).toEqual({ agreed: 1, total: 1 });
    expect([...comparison.byEcosystem]).toEqual([["deb", { agreed: 1, total: 3 }]]);
    expect(comparison.pairs).toEqual([
      { first: "grype", second: "trivy", both: 1, onlyFirst: 1, onlySecond: 1 },
    ]);
  });

  it.each([
    ["scan/digests-differ", { grypeParts: { digest: OTHER_DIGEST } }],
    ["scan/digest-unknown", { trivyParts: { digest: "" } }],
    ["scan/platforms-differ", { grypeParts: { architecture: "arm64" } }],
    ["scan/report-filtered", { grypeParts: { onlyFixed: true } }],
    ["scan/database-gap", { databaseBuilt: "2026-11-10T00:00:00Z" }],
    [
      "scan/filter-suspected",
      {
        trivy: Array.from({ length: 20 }, (_, number) => ({ id: `CVE-2024-${number}`, fixed: "2.0" })),
        grype: [ROW],
      },
    ],
  ] as const)("warns where it is not fair: %s", (code, sides) => {
    expect(comparisonOf(sides).warnings.map((warning) => warning.code)).toEqual([code]);
  });

  it("warns of nothing where all is equal", () => {
    expect(
      comparisonOf({ trivy: [ROW], grype: [ROW], databaseBuilt: "2026-11-24T02:00:00Z" }).warnings,
    ).toEqual([]);
  });

  it("knows one report under two names", () => {
    const results = Array.from({ length: 6 }, (_, number) => ({
      ruleId: `CVE-2024-${number}`,
      message: { text: `Package: p${number}\nInstalled Version: 1.0\nSeverity: HIGH` },
    }));
    const log = (name: string): unknown => ({
      version: "2.1.0",
      runs: [{ tool: { driver: { name } }, results }],
    });
    const scan = mergeReports([reportOf(log("trivy")), reportOf(log("grype"))]);
    expect(compareScan(scan).warnings.map(({ code }) => code)).toContain("scan/reports-alike");
  });
});
