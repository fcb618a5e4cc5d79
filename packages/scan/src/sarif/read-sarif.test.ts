import { thrownCode } from "@plimsoll/testkit";
import { describe, expect, it } from "vitest";
import { reportOf, reportsOf } from "../testing/reports.ts";

function log(results: readonly unknown[], rules: readonly unknown[] = []): unknown {
  return {
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "Trivy", version: "0.70.0", rules } }, results }],
  };
}

const TRIVY_RULE = {
  id: "CVE-2024-1",
  properties: { "security-severity": "9.8", tags: ["vulnerability", "HIGH"] },
};
const TRIVY_TEXT =
  "Package: libssl3\nInstalled Version: 3.0.11-1\nVulnerability CVE-2024-1\nSeverity: HIGH\nFixed Version: 3.0.13-1, 3.1\nLink: [CVE-2024-1](https://avd.example)";
const GRYPE_RULE = {
  id: "CVE-2024-2-curl",
  help: {
    text: "Vulnerability CVE-2024-2\nSeverity: low\nPackage: curl\nVersion: 7.0\nFix Version: \nType: deb\nLocation: /x",
  },
  properties: { "security-severity": "8.5", purls: ["pkg:deb/debian/curl@7.0"] },
};

describe("readSarif", () => {
  it("finds package, version, severity and fix in the words of scanners", () => {
    const report = reportOf(
      log(
        [
          {
            ruleId: "CVE-2024-1",
            ruleIndex: 0,
            message: { text: TRIVY_TEXT },
            locations: [{ physicalLocation: { artifactLocation: { uri: "library/app" } } }],
          },
          { ruleId: "CVE-2024-2-curl", message: { text: "A low vulnerability in deb package: curl" } },
        ],
        [TRIVY_RULE, GRYPE_RULE],
      ),
    );
    expect(report.scanner).toEqual({ name: "trivy", version: "0.70.0" });
    expect(report.findings).toMatchObject([
      {
        id: "CVE-2024-1",
        package: { name: "libssl3", version: "3.0.11-1", basis: "name" },
        severity: "high",
        fix: { state: "fixed", versions: ["3.0.13-1", "3.1"] },
        locations: [{ path: "library/app" }],
        cvss: [{ score: 9.8 }],
      },
      {
        id: "CVE-2024-2",
        package: { name: "curl", version: "7.0", purl: "pkg:deb/debian/curl@7.0" },
        severity: "low",
        fix: { state: "unknown", versions: [] },
      },
    ]);
  });

  it.each([
    [{ properties: { tags: ["CRITICAL"] } }, "critical"],
    [{ properties: { "security-severity": "4.0" } }, "medium"],
    [{ properties: { "security-severity": "x" } }, "unknown"],
    [{ properties: { "security-severity": "11" } }, "unknown"],
    [{}, "unknown"],
  ])("takes the severity of %j for %s", (rule, severity) => {
    const report = reportOf(
      log([{ ruleId: "CVE-2024-1", message: { text: "x" } }], [{ id: "CVE-2024-1", ...rule }]),
    );
    expect(report.findings[0]?.severity).toBe(severity);
  });

  it("counts what is no vulnerability, and heeds accepted suppressions alone", () => {
    const result = (status: string): unknown => ({
      ruleId: "CVE-2024-1",
      message: { text: "x" },
      suppressions: [{ kind: "external", status, justification: "j" }],
    });
    const report = reportOf(
      log([{ ruleId: "DL3008", message: { text: "x" } }, result("accepted"), result("rejected")]),
    );
    expect(report.beside.others).toBe(1);
    expect(report.findings.map(({ suppressed }) => suppressed)).toEqual([
      { by: "external", reason: "j" },
      undefined,
    ]);
  });

  it("does not follow a number to a rule of another name", () => {
    const report = reportOf(
      log([{ ruleId: "CVE-2024-2-curl", ruleIndex: 0, message: { text: "x" } }], [TRIVY_RULE, GRYPE_RULE]),
    );
    expect(report.findings[0]?.severity).toBe("low");
  });

  it("makes one report of each run", () => {
    const run = (name: string): unknown => ({ tool: { driver: { name } }, results: [] });
    const reports = reportsOf({ version: "2.1.0", runs: [run("a"), run("b")] });
    expect(reports.map(({ scanner, id }) => [scanner.name, id.slice(-2)])).toEqual([
      ["a", "#0"],
      ["b", "#1"],
    ]);
  });

  it.each([
    [{ version: "1.0.0", runs: [] }, "scan/sarif-version"],
    [{ $schema: "https://x.example/sarif", runs: [] }, "scan/sarif-version"],
    [{ version: "2.1.0", runs: [] }, "scan/no-runs"],
  ])("refuses %j", async (value, code) => {
    expect((await thrownCode(() => reportsOf(value))).code).toBe(code);
  });
});
