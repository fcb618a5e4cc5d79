import { describe, expect, it } from "vitest";
import { reportOf, reportsOf } from "../testing/reports.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;
const IMAGE_ID = `sha256:${"cd".repeat(32)}`;
const LAYER = `sha256:${"ef".repeat(32)}`;

const VULNERABILITY = {
  VulnerabilityID: "CVE-2024-1",
  VendorIDs: ["DSA-1-1", "GHSA-aaaa-bbbb-cccc"],
  PkgName: "libssl3",
  PkgIdentifier: { PURL: "pkg:deb/debian/libssl3@3.0.11-1?arch=amd64" },
  InstalledVersion: "3.0.11-1",
  FixedVersion: "3.0.13-1, 3.1.0-1",
  Status: "fixed",
  Layer: { Digest: LAYER, DiffID: IMAGE_ID },
  SeveritySource: "nvd",
  PrimaryURL: "https://avd.aquasec.com/nvd/cve-2024-1",
  DataSource: { ID: "debian" },
  Title: "openssl: a fault",
  Severity: "HIGH",
  CweIDs: ["CWE-1"],
  VendorSeverity: { nvd: 3, debian: 1, odd: 9 },
  CVSS: {
    nvd: { V2Vector: "AV:N", V2Score: 5, V3Vector: "CVSS:3.1/AV:N", V3Score: 7.5 },
    redhat: { V3Vector: "CVSS:3.0/AV:N", V3Score: 6, V40Vector: "CVSS:4.0/AV:N", V40Score: 8.1 },
  },
  PublishedDate: "2024-01-02T00:00:00Z",
  LastModifiedDate: "2024-02-02T00:00:00Z",
};

const DOCUMENT = {
  SchemaVersion: 2,
  Trivy: { Version: "0.70.0" },
  CreatedAt: "2026-11-24T10:00:00Z",
  ArtifactName: "registry.example/app:1",
  ArtifactType: "container_image",
  Metadata: {
    OS: { Family: "debian", Name: "12.5", EOSL: true },
    ImageID: IMAGE_ID,
    RepoDigests: [`registry.example/app@${DIGEST}`],
    ImageConfig: { os: "linux", architecture: "arm64" },
  },
  Results: [
    {
      Target: "registry.example/app:1 (debian 12.5)",
      Class: "os-pkgs",
      Type: "debian",
      Packages: [
        {
          Name: "libssl3",
          Version: "3.0.11",
          Release: "1",
          SrcName: "openssl",
          Identifier: { PURL: "pkg:deb/debian/libssl3@3.0.11-1?arch=amd64" },
        },
        { Name: "epochal", Version: "1.0", Release: "2", Epoch: 3 },
      ],
      Vulnerabilities: [VULNERABILITY],
      ExperimentalModifiedFindings: [
        {
          Type: "vulnerability",
          Status: "not_affected",
          Statement: "vulnerable_code_not_present",
          Source: "OpenVEX",
          Finding: { ...VULNERABILITY, VulnerabilityID: "CVE-2024-2" },
        },
        { Type: "misconfiguration", Status: "ignored", Finding: {} },
      ],
    },
    {
      Target: "app/package-lock.json",
      Class: "lang-pkgs",
      Type: "npm",
      Vulnerabilities: [{ VulnerabilityID: "CVE-2024-3", PkgName: "@a/b", InstalledVersion: "1.0.0" }],
    },
    { Target: "Dockerfile", Class: "config", Misconfigurations: [{}, {}] },
    { Target: "key", Class: "secret", Secrets: [{}] },
    { Target: "licences", Class: "license", Licenses: [{}, {}, {}] },
  ],
};

describe("readTrivy", () => {
  const report = reportOf(DOCUMENT, { databaseBuilt: "2026-11-24T02:00:00Z" });

  it("reads what the report is about", () => {
    expect({ ...report, findings: [], inventory: [], id: "", digest: "" }).toEqual({
      id: "",
      digest: "",
      file: "report.json",
      format: "trivy",
      scanner: { name: "trivy", version: "0.70.0" },
      database: { built: "2026-11-24T02:00:00Z", schema: undefined },
      scannedAt: "2026-11-24T10:00:00Z",
      target: {
        kind: "image",
        name: "registry.example/app:1",
        digests: [DIGEST],
        imageId: IMAGE_ID,
        platform: "linux/arm64",
      },
      distribution: { name: "debian", version: "12.5", endOfLife: true },
      filters: [],
      inventory: [],
      findings: [],
      beside: { misconfigurations: 2, secrets: 1, licenses: 3, others: 1 },
      problems: [],
    });
  });

  it("reads every part of a vulnerability", () => {
    expect(report.findings[0]).toEqual({
      id: "CVE-2024-1",
      aliases: ["GHSA-aaaa-bbbb-cccc"],
      related: ["DSA-1-1"],
      package: {
        name: "libssl3",
        version: "3.0.11-1",
        purl: "pkg:deb/debian/libssl3@3.0.11-1?arch=amd64",
        basis: "purl",
        type: "deb",
        key: "deb/debian/libssl3",
        versionKey: "3.0.11-1",
        id: "deb/debian/libssl3@3.0.11-1",
        architecture: "amd64",
        sourceKey: "deb/debian/openssl",
      },
      locations: [{ path: undefined, layer: LAYER, resource: undefined }],
      severity: "high",
      severitySource: "nvd",
      severities: [
        { source: "nvd", severity: "high" },
        { source: "debian", severity: "low" },
        { source: "odd", severity: "unknown" },
      ],
      cvss: [
        { source: "nvd", version: "2.0", vector: "AV:N", score: 5 },
        { source: "nvd", version: "3.1", vector: "CVSS:3.1/AV:N", score: 7.5 },
        { source: "redhat", version: "3.0", vector: "CVSS:3.0/AV:N", score: 6 },
        { source: "redhat", version: "4.0", vector: "CVSS:4.0/AV:N", score: 8.1 },
      ],
      fix: { state: "fixed", versions: ["3.0.13-1", "3.1.0-1"] },
      status: "fixed",
      feed: "debian",
      match: undefined,
      exploited: undefined,
      epss: undefined,
      published: "2024-01-02T00:00:00Z",
      modified: "2024-02-02T00:00:00Z",
      title: "openssl: a fault",
      url: "https://avd.aquasec.com/nvd/cve-2024-1",
      weaknesses: ["CWE-1"],
      suppressed: undefined,
    });
  });

  it("reads packages, what was put aside, and where a lock file lies", () => {
    expect(report.inventory.packages.map(({ id }) => id)).toEqual([
      "deb/debian/libssl3@3.0.11-1",
      "deb/debian/epochal@3:1.0-2",
    ]);
    const [, aside, npm] = report.findings;
    expect([aside?.id, aside?.suppressed]).toEqual([
      "CVE-2024-2",
      { by: "OpenVEX", reason: "vulnerable_code_not_present" },
    ]);
    expect([npm?.package.key, npm?.package.basis, npm?.locations]).toEqual([
      "npm/@a/b",
      "kind",
      [{ path: "app/package-lock.json", layer: undefined, resource: undefined }],
    ]);
  });

  it.each([
    ["affected", undefined, "not-fixed"],
    ["will_not_fix", undefined, "wont-fix"],
    ["fix_deferred", undefined, "deferred"],
    ["end_of_life", undefined, "wont-fix"],
    ["fixed", undefined, "unknown"],
    ["affected", "2.0", "fixed"],
    [undefined, undefined, "not-fixed"],
  ])("takes status %s with fix %s for %s", (Status, FixedVersion, state) => {
    const vulnerability = { VulnerabilityID: "CVE-1", PkgName: "a", Status, FixedVersion };
    const [finding] = reportOf([{ Target: "t", Vulnerabilities: [vulnerability] }]).findings;
    expect(finding?.fix.state).toBe(state);
  });

  it("reads reports on clusters, with the object of each finding", () => {
    const report = reportOf({
      ClusterName: "c",
      Resources: [
        {
          Namespace: "n",
          Kind: "Pod",
          Name: "p",
          Results: [{ Type: "debian", Class: "os-pkgs", Vulnerabilities: [VULNERABILITY] }],
        },
      ],
    });
    expect(report.target.kind).toBe("cluster");
    expect(report.findings[0]?.locations[0]?.resource).toBe("n/Pod/p");
  });

  it("reads what the operator keeps, one by one or as a list", () => {
    const item = {
      apiVersion: "aquasecurity.github.io/v1alpha1",
      kind: "VulnerabilityReport",
      metadata: {
        labels: {
          "trivy-operator.resource.kind": "Pod",
          "trivy-operator.resource.name": "p",
          "trivy-operator.resource.namespace": "n",
        },
      },
      report: {
        artifact: { repository: "app", tag: "1", digest: DIGEST },
        registry: { server: "registry.example" },
        os: { family: "debian", name: "12" },
        scanner: { version: "0.60.0" },
        updateTimestamp: "2026-11-24T10:00:00Z",
        vulnerabilities: [
          {
            vulnerabilityID: "CVE-2024-1",
            resource: "curl",
            installedVersion: "1.0",
            fixedVersion: "",
            severity: "LOW",
            score: 3.1,
            packagePURL: "pkg:deb/debian/curl@1.0",
          },
          {},
        ],
      },
    };
    const [one] = reportsOf(item);
    expect(one?.target).toEqual({
      kind: "image",
      name: "registry.example/app:1",
      digests: [DIGEST],
      imageId: undefined,
      platform: undefined,
    });
    expect(
      one?.findings.map(({ id, severity, fix, locations }) => [
        id,
        severity,
        fix.state,
        locations[0]?.resource,
      ]),
    ).toEqual([["CVE-2024-1", "low", "not-fixed", "n/Pod/p"]]);
    expect(one?.problems.map(({ path }) => path)).toEqual(["report.vulnerabilities[1]"]);
    const list = reportsOf({ apiVersion: "v1", kind: "List", items: [item, item] });
    expect(list.map(({ id }) => id.slice(-2))).toEqual(["#0", "#1"]);
  });
});
