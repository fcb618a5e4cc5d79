import { describe, expect, it } from "vitest";
import { workbench } from "./testing/command-line.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;
const OTHER = `sha256:${"cd".repeat(32)}`;

interface Row {
  readonly id: string;
  readonly severity: string;
  readonly name?: string;
}

const LOW: Row = { id: "CVE-2024-1", severity: "LOW" };
const HIGH: Row = { id: "CVE-2024-2", severity: "HIGH" };

function trivy(...rows: readonly Row[]): string {
  return JSON.stringify({
    SchemaVersion: 2,
    ArtifactName: "app",
    ArtifactType: "container_image",
    CreatedAt: "2026-11-24T01:00:00Z",
    Metadata: { OS: { Family: "debian", Name: "12" }, RepoDigests: [`app@${DIGEST}`] },
    Results: [
      {
        Target: "app",
        Class: "os-pkgs",
        Type: "debian",
        Vulnerabilities: rows.map(({ id, severity, name = "curl" }) => ({
          VulnerabilityID: id,
          PkgName: name,
          InstalledVersion: "1.0",
          FixedVersion: "1.1",
          PkgIdentifier: { PURL: `pkg:deb/debian/${name}@1.0` },
          Severity: severity,
        })),
      },
    ],
  });
}

function grype(...rows: readonly Row[]): string {
  return JSON.stringify({
    matches: rows.map(({ id, severity, name = "curl" }) => ({
      vulnerability: {
        id,
        severity,
        namespace: "debian:distro:debian:12",
        fix: { versions: ["1.1"], state: "fixed" },
      },
      artifact: { name, version: "1.0", type: "deb", purl: `pkg:deb/debian/${name}@1.0` },
    })),
    source: { type: "image", target: { userInput: "app", manifestDigest: DIGEST } },
    distro: { name: "debian", version: "12" },
    descriptor: { name: "grype", version: "1.0", db: { status: { built: "2026-11-24T00:00:00Z" } } },
  });
}

const SBOM = JSON.stringify({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  components: [{ type: "library", name: "curl", version: "1.0", purl: "pkg:deb/debian/curl@1.0" }],
});
const KEV = JSON.stringify({ vulnerabilities: [{ cveID: LOW.id }] });
const WAIVER = `vulnerabilities:
  - id: W-1
    vulnerability: ${HIGH.id}
    packages: ["pkg:deb/debian/curl"]
    category: risk-accepted
    statement: no network
    approver: J. Doe
    created: 2026-11-01
    expires: 2026-12-01
`;
const VEX = JSON.stringify({
  "@context": "https://openvex.dev/ns/v0.2.0",
  "@id": "v",
  statements: [
    {
      vulnerability: { name: HIGH.id },
      products: [{ "@id": "pkg:deb/debian/curl" }],
      status: "not_affected",
      justification: "vulnerable_code_not_present",
    },
  ],
});

const FILES = {
  "t.json": trivy(LOW),
  "g.json": grype(LOW),
  "t-high.json": trivy(LOW, HIGH),
  "g-high.json": grype(LOW, HIGH),
  "g-none.json": grype(),
  "sbom.json": SBOM,
  "broken.json": "{",
  "kev.json": KEV,
  "w.yaml": WAIVER,
  "w-bad.yaml": WAIVER.replace("approver", "aprover"),
  "vex.json": VEX,
  "vex-bad.json": VEX.replace("vulnerable_code_not_present", "trust_me"),
  "epss.csv": `cve,epss,percentile\n${LOW.id},0.7,0.9\n`,
  ".trivyignore": `${HIGH.id} exp:2026-12-01\n`,
  ".grype.yaml": `ignore:\n  - vulnerability: ${HIGH.id}\n`,
};
const BUILT = ["--db-built", "trivy=2026-11-24T00:00:00Z"];

describe("plimsoll scan gate", () => {
  it.each([
    [["t.json", "g.json"], 0, "Vulnerabilities: pass"],
    [["t-high.json", "g.json"], 1, "scan/vulnerability-severe"],
    [["t-high.json", "g.json", "--severity-cutoff", "critical"], 0, "pass"],
    [["t-high.json", "g.json", "--single-scanner", "require-agreement"], 3, "scan/not-agreed"],
    [["t.json"], 3, "1 of 2 scanning engines reported (trivy)."],
    [["t.json", "--min-scanners", "1"], 0, "pass"],
    [["t.json", "g-none.json"], 3, "scan/nothing-checked"],
    [["t.json", "g-none.json", "--sbom", "grype=sbom.json"], 0, "1 packages"],
    [["t.json", "g.json", "broken.json"], 3, "scan/report-unreadable"],
    [["t.json", "g.json", "missing.json"], 3, "scan/report-unreadable"],
    [["t.json", "g.json", "--image", DIGEST], 0, "pass"],
    [["t.json", "g.json", "--image", `app@${OTHER}`], 3, "scan/digest-wrong"],
    [["t.json", "g.json", "--image", OTHER, "--image", DIGEST], 0, "pass"],
    [["t.json", "g.json", "--kev-file", "kev.json"], 1, "scan/vulnerability-exploited"],
    [["t.json", "g.json", "--kev-file", "kev.json", "--allow-kev"], 0, "pass"],
    [
      ["t.json", "g.json", "--epss-file", "epss.csv", "--epss-threshold", "0.7"],
      1,
      "scan/vulnerability-likely-exploited",
    ],
    [["t.json", "g.json", "--epss-file", "epss.csv", "--epss-threshold", "0.71"], 0, "pass"],
    [["t-high.json", "g-high.json", "--waivers", "w.yaml"], 0, "pass"],
    [["t-high.json", "g-high.json", "--vex", "vex.json"], 0, "pass"],
    [["t-high.json", "g-high.json", "--ignore-file", ".trivyignore"], 0, "pass"],
    [["t-high.json", "g-high.json", "--ignore-file", ".grype.yaml"], 0, "scan/ignored-without-end"],
    [["t-high.json", "g-high.json", "--baseline", "t-high.json"], 0, "pass"],
    [["t-high.json", "g-high.json", "--scanner-family", "grype=trivy"], 1, "fail"],
  ] as const)("%j gives %s", async (words, code, part) => {
    using bench = workbench(FILES);
    const outcome = await bench.plimsoll("scan", "gate", ...BUILT, ...words);
    expect([outcome.code, outcome.stderr]).toEqual([code, ""]);
    expect(outcome.stdout).toContain(part);
  });

  it("names a file that is no report once", async () => {
    using bench = workbench(FILES);
    const { stdout } = await bench.plimsoll("scan", "gate", "t.json", "broken.json");
    expect(stdout).toContain("indeterminate: broken.json, line 1, column ");
    expect(stdout.split("broken.json")).toHaveLength(2);
  });

  it("does not pass where nobody knows how old a database is", async () => {
    using bench = workbench(FILES);
    const outcome = await bench.plimsoll("scan", "gate", "t.json", "g.json");
    expect([outcome.code, outcome.stdout.includes("scan/database-age-unknown")]).toEqual([3, true]);
    const allowed = await bench.plimsoll("scan", "gate", "t.json", "g.json", "--unknown-db-age", "warn");
    expect(allowed.code).toBe(0);
  });

  it.each([
    [["--waivers", "w-bad.yaml"], "scan-waivers/unknown-key"],
    [["--vex", "vex-bad.json"], "cli/exceptions-not-in-order"],
    [["--kev-file", "vex.json"], "scan/not-kev"],
    [["--severity-cutoff", "hihg"], "cli/bad-value"],
    [["--leeway-days", "high"], "cli/bad-value"],
    [["--epss-threshold", "70"], "cli/bad-value"],
    [["--db-built", "trivy=yesterday"], "cli/bad-value"],
    [["--image", "app:latest"], "cli/bad-value"],
    [["--severity-source", "mean"], "cli/bad-value"],
  ] as const)("%j cannot be judged by", async (words, code) => {
    using bench = workbench(FILES);
    const outcome = await bench.plimsoll("scan", "gate", "t.json", "g.json", ...words);
    expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
    expect(outcome.stderr).toContain(code);
  });

  it("writes its reports", async () => {
    using bench = workbench(FILES);
    const outputs = ["out/scan.json", "out/scan.sarif", "out/summary.md"].flatMap((file) => [
      "--output",
      file,
    ]);
    const outcome = await bench.plimsoll("scan", "gate", "t-high.json", "g.json", ...BUILT, ...outputs);
    expect([outcome.code, outcome.stdout, outcome.stderr]).toEqual([1, "", ""]);
    expect(bench.read("out/scan.json")).toContain('"verdict":"fail"');
    expect(bench.read("out/scan.sarif")).toContain('"version":"2.1.0"');
    expect(bench.read("out/summary.md")).toContain("## Vulnerability scan: ❌ Fail");
    // What was written can be judged again.
    const again = await bench.plimsoll("scan", "gate", "out/scan.json");
    expect([again.code, again.stdout.includes("scan/vulnerability-severe")]).toEqual([1, true]);
  });
});

describe("plimsoll scan merge", () => {
  it("merges, and merges what it merged", async () => {
    using bench = workbench(FILES);
    const outcome = await bench.plimsoll("scan", "merge", "t-high.json", "g.json", "--output", "m.json");
    expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
    const again = await bench.plimsoll(
      "scan",
      "merge",
      "g.json",
      "m.json",
      "t-high.json",
      "--output",
      "again.json",
    );
    expect([again.code, bench.read("again.json")]).toEqual([0, bench.read("m.json")]);
    const page = await bench.plimsoll("scan", "merge", "m.json");
    expect(page.stdout).toContain("2 findings; 50 % are agreed on by at least two of grype, trivy.");
  });

  it("merges no part of what was asked for", async () => {
    using bench = workbench(FILES);
    const outcome = await bench.plimsoll("scan", "merge", "t.json", "broken.json");
    expect([outcome.code, outcome.stdout, outcome.stderr.includes("scan/report-not-json")]).toEqual([
      2,
      "",
      true,
    ]);
  });
});

describe("plimsoll scan diff", () => {
  it.each([
    ["t.json", "t-high.json", 1, "1 new, 0 gone, 1 as before."],
    ["t-high.json", "g.json", 0, "0 new, 1 gone, 1 as before."],
    ["t.json", "g.json", 0, "0 new, 0 gone, 1 as before."],
  ])("%s to %s", async (before, after, code, words) => {
    using bench = workbench(FILES);
    const outcome = await bench.plimsoll("scan", "diff", before, after);
    expect([outcome.code, outcome.stderr]).toEqual([code, ""]);
    expect(outcome.stdout).toContain(words);
  });

  it("writes JSON", async () => {
    using bench = workbench(FILES);
    const outcome = await bench.plimsoll("scan", "diff", "t.json", "t-high.json", "--format", "json");
    expect(JSON.parse(outcome.stdout)).toEqual({
      changes: [{ change: "new", severity: "high", id: HIGH.id, package: "curl", version: "1.0" }],
      kept: 1,
    });
  });
});
