import { describe, expect, it } from "vitest";
import { reportOf } from "../testing/reports.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;

const MATCH = {
  vulnerability: {
    id: "GHSA-aaaa-bbbb-cccc",
    dataSource: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
    namespace: "github:language:go",
    severity: "High",
    description: "d".repeat(300),
    cvss: [
      {
        source: "nvd",
        type: "Primary",
        version: "3.1",
        vector: "CVSS:3.1/AV:N",
        metrics: { baseScore: 7.5 },
      },
    ],
    fix: { versions: ["0.17.0"], state: "fixed" },
    knownExploited: [
      {
        cve: "CVE-2024-1",
        dateAdded: "2024-03-01",
        dueDate: "2024-03-22",
        knownRansomwareCampaignUse: "Known",
      },
    ],
    epss: [
      { cve: "CVE-2024-1", epss: 0.2, percentile: 0.5, date: "2026-11-23" },
      { cve: "CVE-2024-1", epss: 0.3, percentile: 0.6, date: "0001-01-01" },
    ],
    cwes: ["CWE-400", { cwe: "CWE-401" }],
  },
  relatedVulnerabilities: [{ id: "CVE-2024-1", namespace: "nvd:cpe", severity: "Medium", cwes: ["CWE-400"] }],
  matchDetails: [{ type: "cpe-match" }, { type: "exact-indirect-match" }],
  artifact: {
    name: "golang.org/x/net",
    version: "v0.9.0",
    type: "go-module",
    locations: [{ path: "/go.mod", layerID: DIGEST }, "/older"],
    purl: "pkg:golang/golang.org/x/net@v0.9.0",
    upstreams: [],
  },
};

const DOCUMENT = {
  matches: [MATCH],
  ignoredMatches: [
    { ...MATCH, appliedIgnoreRules: [{ vulnerability: "x", reason: "because" }] },
    {
      ...MATCH,
      appliedIgnoreRules: [{ "vex-status": "not_affected", "vex-justification": "component_not_present" }],
    },
  ],
  source: {
    type: "image",
    target: {
      userInput: "app:1",
      manifestDigest: DIGEST,
      os: "linux",
      architecture: "amd64",
      imageID: DIGEST,
      repoDigests: ["REDACTED"],
    },
  },
  distro: { name: "rhel", version: "9.2" },
  descriptor: {
    name: "grype",
    version: "[not provided]",
    timestamp: "2026-11-24T10:00:00Z",
    configuration: {
      "only-fixed": true,
      "only-notfixed": true,
      "ignore-wontfix": "wont-fix",
      ignore: [
        { vulnerability: "CVE-1" },
        {
          vulnerability: "",
          package: { name: "kernel-headers", "upstream-name": "kernel" },
          "match-type": "exact-indirect-match",
        },
        { vulnerability: "", package: { name: "linux-headers-.*", "upstream-name": "linux.*" } },
      ],
    },
    db: { built: "2026-11-23T00:00:00Z", schemaVersion: 5 },
  },
};

describe("readGrype", () => {
  const report = reportOf(DOCUMENT);

  it("reads what the report is about", () => {
    expect({ ...report, findings: [], id: "", digest: "" }).toEqual({
      id: "",
      digest: "",
      file: "report.json",
      format: "grype",
      scanner: { name: "grype", version: undefined },
      database: { built: "2026-11-23T00:00:00Z", schema: "5" },
      scannedAt: "2026-11-24T10:00:00Z",
      target: { kind: "image", name: "app:1", digests: [DIGEST], imageId: DIGEST, platform: "linux/amd64" },
      distribution: { name: "redhat", version: "9.2", endOfLife: false },
      filters: [
        { kind: "only-fixed", detail: "only-fixed is set." },
        { kind: "only-unfixed", detail: "only-notfixed is set." },
        { kind: "statuses", detail: "ignore-states is wont-fix." },
        { kind: "ignored", detail: "1 ignore rules are set." },
      ],
      inventory: { listed: false, packages: [] },
      findings: [],
      beside: { misconfigurations: 0, secrets: 0, licenses: 0, others: 0 },
      problems: [],
    });
  });

  it("reads every part of a match", () => {
    expect(report.findings[0]).toEqual({
      id: "GHSA-aaaa-bbbb-cccc",
      aliases: ["CVE-2024-1"],
      related: [],
      package: {
        name: "golang.org/x/net",
        version: "v0.9.0",
        purl: "pkg:golang/golang.org/x/net@v0.9.0",
        basis: "purl",
        type: "golang",
        key: "golang/golang.org/x/net",
        versionKey: "0.9.0",
        id: "golang/golang.org/x/net@0.9.0",
        architecture: undefined,
        sourceKey: undefined,
      },
      locations: [
        { path: "/go.mod", layer: DIGEST, resource: undefined },
        { path: "/older", layer: undefined, resource: undefined },
      ],
      severity: "high",
      severitySource: "github:language:go",
      severities: [
        { source: "github:language:go", severity: "high" },
        { source: "nvd:cpe", severity: "medium" },
      ],
      cvss: [{ source: "nvd", version: "3.1", vector: "CVSS:3.1/AV:N", score: 7.5 }],
      fix: { state: "fixed", versions: ["0.17.0"] },
      status: "fixed",
      feed: "github:language:go",
      match: "indirect",
      exploited: { added: "2024-03-01", due: "2024-03-22", ransomware: true },
      epss: { score: 0.3, percentile: 0.6, date: undefined },
      published: undefined,
      modified: undefined,
      title: "d".repeat(200),
      url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
      weaknesses: ["CWE-400", "CWE-401"],
      suppressed: undefined,
    });
  });

  it("hears that a distribution gets no advisories any more", () => {
    const alertsByPackage = [{ package: {}, alerts: [{ type: "distro-eol" }] }];
    expect(reportOf({ ...DOCUMENT, alertsByPackage }).distribution?.endOfLife).toBe(true);
  });

  it("tells why matches were put aside", () => {
    expect(report.findings.slice(1).map(({ suppressed }) => suppressed)).toEqual([
      { by: "ignore-rule", reason: "because" },
      { by: "vex", reason: "component_not_present" },
    ]);
  });

  it("reads the database's state of newer versions and the fix of older ones", () => {
    const old = {
      vulnerability: { id: "CVE-1", fixedInVersion: "2.0" },
      artifact: { name: "a", version: "1" },
    };
    const made = reportOf({
      matches: [old],
      descriptor: { db: { status: { built: "2026-11-22T00:00:00Z", schemaVersion: "v6.1.0" } } },
    });
    expect(made.database).toEqual({ built: "2026-11-22T00:00:00Z", schema: "v6.1.0" });
    expect(made.findings[0]?.fix).toEqual({ state: "fixed", versions: ["2.0"] });
    expect(made.findings[0]?.package.basis).toBe("name");
  });
});
