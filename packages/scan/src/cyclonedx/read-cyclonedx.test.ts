import { describe, expect, it } from "vitest";
import { reportOf } from "../testing/reports.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;

const DOCUMENT = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  metadata: {
    timestamp: "2026-11-24T10:00:00Z",
    tools: { components: [{ type: "application", name: "Grype", version: "0.110.0" }] },
    component: {
      "bom-ref": "root",
      type: "container",
      name: "app",
      version: DIGEST,
      purl: `pkg:oci/app@${DIGEST}?arch=arm64`,
    },
  },
  components: [
    {
      "bom-ref": "one",
      type: "library",
      name: "curl",
      version: "7.0",
      purl: "pkg:deb/debian/curl@7.0",
      properties: [
        { name: "syft:location:0:path", value: "/a" },
        { name: "syft:location:1:path", value: "/b" },
        { name: "syft:location:1:layerID", value: DIGEST },
      ],
      components: [
        {
          "bom-ref": "two",
          type: "library",
          group: "org.example",
          name: "inner",
          version: "1",
          properties: [{ name: "syft:package:type", value: "java-archive" }],
        },
      ],
    },
    { type: "operating-system", name: "debian", version: "12" },
    { type: "file", name: "/etc/passwd" },
    { type: "application", name: "package-lock.json" },
  ],
  vulnerabilities: [
    {
      id: "CVE-2024-1",
      source: { name: "NVD", url: "https://nvd.example" },
      references: [{ id: "GHSA-aaaa-bbbb-cccc" }, { id: "RHSA-2024:1" }],
      ratings: [
        { source: { name: "nvd" }, score: 7.5, severity: "high", method: "CVSSv31", vector: "CVSS:3.1/AV:N" },
        { source: { name: "acme" }, severity: "low", method: "other" },
        { source: { name: "FIRST", url: "https://www.first.org/epss/" }, score: 0.03, method: "other" },
      ],
      cwes: [79],
      description: "a fault",
      recommendation: "Upgrade curl to version 7.1, 7.2; Upgrade inner to version 2",
      affects: [
        { ref: "one" },
        { ref: "two" },
        { ref: "pkg:npm/left-pad@1.0" },
        { ref: "urn:cdx:serial/1#pkg%3Anpm%2Fright-pad%401.0" },
        { ref: "root" },
        { ref: "nobody" },
      ],
    },
    { id: "CVE-2024-2", ratings: [{ score: 9.8, method: "CVSSv3" }] },
    {
      id: "CVE-2024-3",
      analysis: { state: "not_affected", justification: "code_not_reachable" },
      properties: [{ name: "grype:fixed_versions", value: "2.0,3.0" }],
    },
  ],
};

describe("readCycloneDx", () => {
  const report = reportOf(DOCUMENT);

  it("reads what the document is about", () => {
    expect(report.scanner).toEqual({ name: "grype", version: "0.110.0" });
    expect(report.target).toEqual({
      kind: "image",
      name: "app",
      digests: [DIGEST],
      imageId: undefined,
      platform: "linux/arm64",
    });
    expect(report.distribution).toEqual({ name: "debian", version: "12", endOfLife: false });
  });

  it("lists packages however deep they are, and nothing else", () => {
    expect(report.inventory).toMatchObject({
      listed: true,
      packages: [{ id: "deb/debian/curl@7.0" }, { id: "maven/org.example/inner@1" }],
    });
  });

  it("makes one finding for each component that is affected", () => {
    expect(report.findings.map(({ id, package: { key, version } }) => [id, key, version])).toEqual([
      ["CVE-2024-1", "deb/debian/curl", "7.0"],
      ["CVE-2024-1", "maven/org.example/inner", "1"],
      ["CVE-2024-1", "npm/left-pad", "1.0"],
      ["CVE-2024-1", "npm/right-pad", "1.0"],
      ["CVE-2024-1", "oci/app", DIGEST],
      ["CVE-2024-1", "/nobody", ""],
      ["CVE-2024-2", "/", ""],
      ["CVE-2024-3", "/", ""],
    ]);
  });

  it("reads every part of a vulnerability", () => {
    expect(report.findings[0]).toMatchObject({
      aliases: ["GHSA-aaaa-bbbb-cccc"],
      related: ["RHSA-2024:1"],
      locations: [
        { path: "/a", layer: undefined },
        { path: "/b", layer: DIGEST },
      ],
      severity: "high",
      severities: [
        { source: "nvd", severity: "high" },
        { source: "acme", severity: "low" },
      ],
      cvss: [{ source: "nvd", version: "3.1", vector: "CVSS:3.1/AV:N", score: 7.5 }],
      epss: { score: 0.03 },
      fix: { state: "fixed", versions: ["7.1", "7.2", "2"] },
      feed: "NVD",
      title: "a fault",
      url: "https://nvd.example",
      weaknesses: ["CWE-79"],
    });
    expect(report.findings[6]?.severity).toBe("critical");
    expect(report.findings[7]).toMatchObject({
      status: "not-affected",
      fix: { state: "fixed", versions: ["2.0", "3.0"] },
      suppressed: { by: "vex", reason: "code_not_reachable" },
    });
  });

  it("knows tools by the older form", () => {
    const old = { ...DOCUMENT, metadata: { tools: [{ vendor: "aqua", name: "trivy", version: "0.40" }] } };
    expect(reportOf(old).scanner).toEqual({ name: "trivy", version: "0.40" });
    expect(reportOf({ bomFormat: "CycloneDX" }).scanner.name).toBe("unknown");
  });
});
