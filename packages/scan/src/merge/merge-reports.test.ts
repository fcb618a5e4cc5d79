import {
  array,
  assert,
  constantFrom,
  integer,
  property,
  record,
  shuffledSubarray,
  subarray,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { grypeDocument, reportOf, reportsOf, trivyDocument, type Row } from "../testing/reports.ts";
import type { ScanReport } from "../report/scan-report.ts";
import { toMergedJson } from "../output/merged-document.ts";
import { compareScan } from "../compare/compare-scan.ts";
import { combineScans, mergeReports } from "./merge-reports.ts";
import type { MergedScan } from "./merged-scan.ts";

const IDS = ["CVE-2024-1", "CVE-2024-2", "GHSA-aaaa-bbbb-cccc", "GO-2024-1", "DSA-1-1"];

const rows = array(
  record({
    id: constantFrom(...IDS),
    names: subarray(IDS, { maxLength: 2 }),
    name: constantFrom("openssl", "libssl3", "curl"),
    version: constantFrom("1.0", "0:1.0", "2.0"),
    severity: constantFrom("critical", "high", "low", "unknown"),
    source: constantFrom("openssl", "curl"),
  }),
  { maxLength: 6 },
);

const reports = array(
  record({ rows, scanner: constantFrom("trivy", "grype") }).map(({ rows: own, scanner }): ScanReport =>
    reportOf(scanner === "trivy" ? trivyDocument(own) : grypeDocument(own)),
  ),
  { minLength: 1, maxLength: 4 },
);

/** All statements of a scan, as text. */
function statements(scan: MergedScan): readonly string[] {
  return scan.findings
    .flatMap(({ observations }) =>
      observations.map(({ report, finding }) => JSON.stringify([scan.reports[report]?.id, finding])),
    )
    .sort();
}

describe("mergeReports, for any reports", () => {
  it("does not depend on their order", () => {
    const shuffled = reports.chain((all) =>
      shuffledSubarray(all, { minLength: all.length, maxLength: all.length }).map((other) => ({
        all,
        other,
      })),
    );
    assert(
      property(shuffled, ({ all, other }) => {
        expect(mergeReports(other)).toEqual(mergeReports(all));
      }),
    );
  });

  it("counts a report once", () => {
    assert(
      property(reports, integer({ min: 0, max: 3 }), (all, index) => {
        const again = all[index % all.length];
        expect(mergeReports(again === undefined ? all : [...all, again])).toEqual(mergeReports(all));
      }),
    );
  });

  it("can be made in steps", () => {
    assert(
      property(reports, reports, reports, (a, b, c) => {
        const [one, two, three] = [mergeReports(a), mergeReports(b), mergeReports(c)];
        const left = combineScans([combineScans([one, two]), three]);
        const right = combineScans([one, combineScans([two, three])]);
        expect(left).toEqual(right);
        expect(left).toEqual(mergeReports([...a, ...b, ...c]));
      }),
    );
  });

  it("keeps every statement, and a further report takes none away", () => {
    assert(
      property(reports, reports, (all, more) => {
        const scan = mergeReports(all);
        const distinctReports = new Map(all.map((report) => [report.id, report]));
        const given = [...distinctReports.values()].reduce((sum, { findings }) => sum + findings.length, 0);
        expect(statements(scan)).toHaveLength(given);
        const larger = new Set(statements(mergeReports([...all, ...more])));
        for (const statement of statements(scan)) expect(larger.has(statement)).toBe(true);
      }),
    );
  });

  it("comes back the same from its document", () => {
    assert(
      property(reports, (all) => {
        const scan = mergeReports(all);
        const text = toMergedJson({ scan, comparison: compareScan(scan) });
        const again = mergeReports([...reportsOf(text), ...all]);
        expect(again).toEqual(scan);
        expect(toMergedJson({ scan: again, comparison: compareScan(again) })).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it("never makes one of two CVEs", () => {
    assert(
      property(reports, (all) => {
        for (const { vulnerability } of mergeReports(all).findings)
          expect(vulnerability.ids.filter((id) => id.startsWith("CVE-")).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

interface TierCase {
  readonly name: string;
  readonly trivy: Row;
  readonly grype: Row;
  readonly tier: string | undefined;
  readonly findings: number;
}

const TIERS: readonly TierCase[] = [
  {
    name: "same id and purl",
    trivy: { id: "CVE-2024-1" },
    grype: { id: "CVE-2024-1" },
    tier: "T1",
    findings: 1,
  },
  {
    name: "an alias and the same purl",
    trivy: { id: "CVE-2024-1" },
    grype: { id: "GHSA-aaaa-bbbb-cccc", names: ["CVE-2024-1"] },
    tier: "T2",
    findings: 1,
  },
  {
    name: "a binary package and its source package",
    trivy: { id: "CVE-2024-1", name: "openssl" },
    grype: { id: "CVE-2024-1", name: "libssl3", source: "openssl" },
    tier: "T3",
    findings: 2,
  },
  {
    name: "a name and a version alone",
    trivy: { id: "CVE-2024-1", name: "log4j-core", purl: "not a purl" },
    grype: { id: "CVE-2024-1", name: "log4j-core", purl: "pkg:maven/org.apache/log4j-core@1.0" },
    tier: "T4",
    findings: 2,
  },
  {
    name: "an advisory that covers the other's vulnerability",
    trivy: { id: "CVE-2024-1" },
    grype: { id: "DSA-1-1", names: ["CVE-2024-1"] },
    tier: undefined,
    findings: 2,
  },
  {
    name: "another version of the package",
    trivy: { id: "CVE-2024-1", version: "1.0" },
    grype: { id: "CVE-2024-1", version: "2.0" },
    tier: undefined,
    findings: 2,
  },
];

describe("mergeReports", () => {
  it("does not take a package for its own source", () => {
    const [one, other] = [{ id: "CVE-2024-1" }, { id: "CVE-2024-1", version: "2.0", source: "openssl" }];
    const scan = mergeReports([reportOf(trivyDocument([one])), reportOf(grypeDocument([other]))]);
    expect(scan.findings.map(({ counterparts }) => counterparts)).toEqual([[], []]);
  });

  it.each(TIERS)("meets by $name", ({ trivy, grype, tier, findings }) => {
    const scan = mergeReports([reportOf(trivyDocument([trivy])), reportOf(grypeDocument([grype]))]);
    expect(scan.findings).toHaveLength(findings);
    expect(scan.findings.map((finding) => finding.tier)).toEqual(Array(findings).fill(tier));
  });

  it("does not take two reports of one engine for two opinions", () => {
    const row = { id: "CVE-2024-1" };
    const scan = mergeReports([
      reportOf(trivyDocument([row])),
      reportOf(trivyDocument([row], { createdAt: "2026-11-24T11:00:00Z" })),
    ]);
    expect(scan.reports).toHaveLength(2);
    expect(scan.findings.map(({ families, tier }) => ({ families, tier }))).toEqual([
      { families: ["trivy"], tier: undefined },
    ]);
  });

  it("keeps both where different reports claim one digest", () => {
    const source = { digest: `sha256:${"0".repeat(64)}` };
    const [one, other] = [trivyDocument([{ id: "CVE-2024-1" }]), trivyDocument([{ id: "CVE-2024-2" }])];
    const scan = mergeReports([reportOf(one, source), reportOf(other, source)]);
    expect(scan.findings.map(({ key }) => key)).toEqual([
      "CVE-2024-1 deb/debian/openssl@1.0",
      "CVE-2024-2 deb/debian/openssl@1.0",
    ]);
  });

  it("is not quadratic in findings of one vulnerability and one source package", () => {
    const many = Array.from({ length: 20_000 }, (_, number): Row => ({
      id: "CVE-2024-1",
      name: `lib${number}`,
      source: "s",
    }));
    const all = [
      reportOf(trivyDocument(many)),
      reportOf(grypeDocument(many.map((row) => ({ ...row, version: "2.0" })))),
    ];
    const before = process.threadCpuUsage().user;
    expect(mergeReports(all).findings).toHaveLength(40_000);
    expect((process.threadCpuUsage().user - before) / 1e6).toBeLessThan(4);
  });
});
