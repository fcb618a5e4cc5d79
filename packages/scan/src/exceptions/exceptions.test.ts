import { describe, expect, it } from "vitest";
import { DEFAULT_GATE_POLICY, type GatePolicy } from "../gate/gate-policy.ts";
import { judgeScan } from "../gate/judge-scan.ts";
import { mergeReports } from "../merge/merge-reports.ts";
import {
  DIGEST,
  grypeDocument,
  OTHER_DIGEST,
  reportOf,
  trivyDocument,
  type Row,
} from "../testing/reports.ts";
import { parseGrypeIgnore } from "./grype-ignore.ts";
import { parseOpenVex } from "./openvex.ts";
import { matchesPattern } from "./pattern.ts";
import { parseTrivyIgnore, parseTrivyIgnoreYaml } from "./trivy-ignore.ts";
import { parseVulnerabilityWaivers } from "./vulnerability-waiver.ts";

const ROW: Row = { id: "CVE-2024-1", severity: "high", fixed: "2.0" };
const GHSA: Row = { ...ROW, id: "GHSA-aaaa-bbbb-cccc", names: ["CVE-2024-1"] };

/** Who excuses the one finding that both scanners have; undefined where nobody does. */
function excuseOf(policy: Partial<GatePolicy>): string | undefined {
  const scan = mergeReports([
    reportOf(trivyDocument([ROW]), { databaseBuilt: "2026-11-24T02:00:00Z" }),
    reportOf(grypeDocument([GHSA])),
  ]);
  const result = judgeScan(scan, { ...DEFAULT_GATE_POLICY, now: "2026-11-24T12:00:00Z", ...policy });
  expect(result.findings).toHaveLength(1);
  expect(result.verdict).toBe(result.findings[0]?.excuse === undefined ? "fail" : "pass");
  return result.findings[0]?.excuse?.reference;
}

function waivers(record: Record<string, unknown>): Partial<GatePolicy> {
  const whole = {
    id: "W-1",
    vulnerability: "CVE-2024-1",
    packages: ["pkg:deb/debian/openssl"],
    category: "risk-accepted",
    statement: "no network",
    approver: "J. Doe",
    created: "2026-11-01",
    expires: "2026-11-24",
    ...record,
  };
  const { waivers: read, problems } = parseVulnerabilityWaivers(
    "w.yaml",
    JSON.stringify({ vulnerabilities: [whole] }),
  );
  expect(problems).toEqual([]);
  return { waivers: read };
}

describe("waivers", () => {
  it.each([
    ["by id and purl", {}],
    ["on its last day, by an alias", { vulnerability: "ghsa-AAAA-bbbb-cccc" }],
    ["by a version", { packages: ["pkg:deb/debian/openssl@1.0"] }],
    ["by a pattern", { packages: ["pkg:deb/debian/open*"] }],
    ["by the image's digest", { packages: undefined, images: [DIGEST] }],
    ["by the image's name", { images: ["registry.example/*"] }],
    ["by one of several", { packages: ["pkg:deb/debian/curl", "pkg:deb/debian/openssl"] }],
  ])("excuse %s", (_, record) => {
    expect(excuseOf(waivers(record))).toBe("W-1");
  });

  it.each([
    ["another vulnerability", { vulnerability: "CVE-2024-2" }],
    ["another package", { packages: ["pkg:deb/debian/curl"] }],
    ["another version", { packages: ["pkg:deb/debian/openssl@1.1"] }],
    ["another distribution", { packages: ["pkg:deb/ubuntu/openssl"] }],
    ["another image", { images: [OTHER_DIGEST] }],
    ["another name", { images: ["registry.example/application*"] }],
    ["what was over yesterday", { expires: "2026-11-23" }],
    ["what begins tomorrow", { created: "2026-11-25", expires: "2026-12-01" }],
  ])("do not excuse %s", (_, record) => {
    expect(excuseOf(waivers(record))).toBeUndefined();
  });

  it("do not last longer than allowed", () => {
    expect(excuseOf({ ...waivers({}), maximumWaiverDays: 23 })).toBe("W-1");
    expect(excuseOf({ ...waivers({}), maximumWaiverDays: 22 })).toBeUndefined();
  });

  it.each([
    ["scan-waivers/too-broad", { packages: undefined }],
    ["scan-waivers/too-broad", { packages: ["pkg:*"] }],
    ["scan-waivers/too-broad", { images: ["*/*"] }],
    ["scan-waivers/wrong-type", { packages: "pkg:deb/debian/openssl" }],
    ["scan-waivers/missing-key", { approver: undefined }],
    ["scan-waivers/missing-key", { expires: 20261124 }],
    ["scan-waivers/bad-date", { expires: "2026-02-30" }],
    ["scan-waivers/bad-value", { category: "because" }],
    ["scan-waivers/unknown-key", { package: "x" }],
  ])("with a problem are left out: %s", (code, record) => {
    const whole = {
      id: "W-1",
      vulnerability: "CVE-1",
      packages: ["pkg:deb/debian/a"],
      category: "risk-accepted",
      statement: "s",
      approver: "a",
      created: "2026-01-01",
      expires: "2026-12-01",
      ...record,
    };
    const parsed = parseVulnerabilityWaivers("w.yaml", JSON.stringify({ vulnerabilities: [whole] }));
    expect(parsed.waivers).toEqual([]);
    expect(parsed.problems.map((problem) => problem.code)).toContain(code);
  });

  it("tell the place of a problem", () => {
    const text = "vulnerabilities:\n  - id: a\n    vulnerability: CVE-1\n    created: soon\n";
    const { problems } = parseVulnerabilityWaivers("w.yaml", text);
    const place = problems.find(({ code }) => code === "scan-waivers/bad-date")?.range?.start;
    expect([place?.line, place?.column]).toEqual([4, 14]);
  });
});

const IMAGE = `pkg:oci/app@sha256%3A${"ab".repeat(32)}?repository_url=registry.example/app`;

function vex(...statements: readonly Record<string, unknown>[]): Partial<GatePolicy> {
  const whole = {
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": "vex-1",
    author: "team",
    timestamp: "2026-11-01T00:00:00Z",
    statements: statements.map((statement) => ({
      vulnerability: { name: "CVE-2024-1" },
      products: [{ "@id": IMAGE, subcomponents: [{ "@id": "pkg:deb/debian/openssl" }] }],
      status: "not_affected",
      justification: "vulnerable_code_not_present",
      ...statement,
    })),
  };
  return { vex: parseOpenVex(JSON.stringify(whole), { file: "vex.json" }).statements };
}

describe("OpenVEX", () => {
  it.each([
    ["a part of the image", {}],
    ["an alias", { vulnerability: { name: "OTHER-1", aliases: ["GHSA-aaaa-bbbb-cccc"] } }],
    ["the image as a whole", { products: [{ "@id": IMAGE }] }],
    ["the image by its name", { products: [{ "@id": "pkg:oci/app?repository_url=registry.example/app" }] }],
    [
      "the image by its hash",
      { products: [{ "@id": "https://x.example", hashes: { "sha-256": "ab".repeat(32) } }] },
    ],
    [
      "the package itself",
      { products: [{ "@id": "pkg:deb/debian/openssl@1.0?arch=amd64&distro=debian-12" }] },
    ],
    ["the package by an identifier", { products: [{ identifiers: { purl: "pkg:deb/debian/openssl" } }] }],
    ["a fixed package", { status: "fixed", justification: undefined }],
    [
      "the form of 0.0.1",
      { vulnerability: "CVE-2024-1", products: [IMAGE], subcomponents: ["pkg:deb/debian/openssl"] },
    ],
  ])("excuses %s", (_, statement) => {
    expect(excuseOf(vex(statement))).toBe("vex-1");
  });

  it.each([
    ["another image", { products: [{ "@id": IMAGE.replace("ab".repeat(32), "cd".repeat(32)) }] }],
    ["another part", { products: [{ "@id": IMAGE, subcomponents: [{ "@id": "pkg:deb/debian/curl" }] }] }],
    [
      "a part of another image",
      {
        products: [
          {
            "@id": IMAGE.replace("ab".repeat(32), "cd".repeat(32)),
            subcomponents: [{ "@id": "pkg:deb/debian/openssl" }],
          },
        ],
      },
    ],
    ["another part in the form of 0.0.1", { products: [IMAGE], subcomponents: ["pkg:deb/debian/curl"] }],
    ["another version", { products: [{ "@id": "pkg:deb/debian/openssl@1.1" }] }],
    ["another architecture", { products: [{ "@id": "pkg:deb/debian/openssl@1.0?arch=arm64" }] }],
    ["a part without a purl", { products: [{ "@id": IMAGE, subcomponents: [{ "@id": "openssl" }] }] }],
    ["what is affected", { status: "affected", justification: undefined }],
    ["what is looked into", { status: "under_investigation", justification: undefined }],
    ["a claim without a reason", { justification: undefined }],
    ["a made-up reason", { justification: "we_checked" }],
    ["a made-up status", { status: "fine" }],
  ])("does not excuse %s", (_, statement) => {
    expect(excuseOf(vex(statement))).toBeUndefined();
  });

  it("goes by the newest statement, and by the sternest of one time", () => {
    const affected = { status: "affected", justification: undefined };
    const [old, young] = [{ timestamp: "2026-11-02T00:00:00Z" }, { timestamp: "2026-11-03T00:00:00Z" }];
    expect(excuseOf(vex({ ...old }, { ...affected, ...young }))).toBeUndefined();
    expect(excuseOf(vex({ ...affected, ...old }, { ...young }))).toBe("vex-1");
    expect(excuseOf(vex({}, affected))).toBeUndefined();
  });

  it.each([{}, [], { "@context": "https://example" }, { "@context": "https://openvex.dev/ns/v0.2.0" }])(
    "refuses what is none: %j",
    (value) => {
      expect(() => parseOpenVex(JSON.stringify(value), { file: "v.json" })).toThrow(
        "v.json is no OpenVEX document.",
      );
    },
  );
});

describe("ignore files of scanners", () => {
  it.each([
    [".trivyignore", parseTrivyIgnore("f", "# why\nCVE-2024-1 exp:2026-11-24 # later\n").rules, "f:2"],
    [".trivyignore over", parseTrivyIgnore("f", "CVE-2024-1 exp:2026-11-23").rules, undefined],
    [".trivyignore bad date", parseTrivyIgnore("f", "CVE-2024-1 exp:soon").rules, undefined],
    ["yaml", parseTrivyIgnoreYaml("f", "vulnerabilities:\n  - id: CVE-2024-1\n").rules, "f:2"],
    [
      "yaml by purl",
      parseTrivyIgnoreYaml("f", "vulnerabilities:\n  - id: CVE-2024-1\n    purls: [pkg:deb/debian/openssl]\n")
        .rules,
      "f:2",
    ],
    [
      "yaml other purl",
      parseTrivyIgnoreYaml("f", "vulnerabilities:\n  - id: CVE-2024-1\n    purls: [pkg:deb/debian/curl]\n")
        .rules,
      undefined,
    ],
    [
      "yaml by path",
      parseTrivyIgnoreYaml("f", "vulnerabilities:\n  - id: CVE-2024-1\n    paths: [var/lib/*]\n").rules,
      "f:2",
    ],
    [
      "yaml other path",
      parseTrivyIgnoreYaml("f", "vulnerabilities:\n  - id: CVE-2024-1\n    paths: [usr/*]\n").rules,
      undefined,
    ],
    [
      "yaml over",
      parseTrivyIgnoreYaml("f", "vulnerabilities:\n  - id: CVE-2024-1\n    expired_at: 2026-11-23\n").rules,
      undefined,
    ],
    ["grype", parseGrypeIgnore("f", "ignore:\n  - vulnerability: CVE-2024-1\n").rules, "f:2"],
    [
      "grype by package",
      parseGrypeIgnore(
        "f",
        "ignore:\n  - package:\n      name: openssl\n      type: deb\n      version: '1.0'\n",
      ).rules,
      "f:2",
    ],
    [
      "grype other version",
      parseGrypeIgnore("f", "ignore:\n  - package:\n      name: openssl\n      version: '1.1'\n").rules,
      undefined,
    ],
    [
      "grype fix state",
      parseGrypeIgnore("f", "ignore:\n  - vulnerability: CVE-2024-1\n    fix-state: fixed\n").rules,
      "f:2",
    ],
    [
      "grype other state",
      parseGrypeIgnore("f", "ignore:\n  - vulnerability: CVE-2024-1\n    fix-state: wont-fix\n").rules,
      undefined,
    ],
  ])("are heard: %s", (_, ignores, reference) => {
    expect(excuseOf({ ignores })).toBe(reference);
  });

  it.each([
    "ignore:\n  - vulnerability: CVE-2024-1\n    match-type: cpe-match\n",
    "ignore:\n  - package:\n      name: open.*\n",
    "ignore:\n  - package:\n      upstream-name: openssl\n",
    "ignore:\n  - reason: all\n",
    "ignore:\n  - CVE-2024-1\n",
    "ignore: [\n",
  ])("are refused where a rule is not carried over: %s", (text) => {
    const { rules, problems } = parseGrypeIgnore("f", text);
    expect([rules, problems.length]).toEqual([[], 1]);
  });
});

describe("matchesPattern", () => {
  it.each([
    ["a*c", "abc", true],
    ["a*c", "ac", true],
    ["a*c", "abcd", false],
    ["*", "", true],
    ["a", "ab", false],
    ["a*a", "a", false],
    ["*b*", "abc", true],
    ["a**b", "ab", true],
  ])("%s means %s: %s", (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
  });

  it("does not backtrack", () => {
    const before = process.threadCpuUsage().user;
    expect(matchesPattern(`${"*a".repeat(2000)}b`, "a".repeat(100_000))).toBe(false);
    expect(process.threadCpuUsage().user - before).toBeLessThan(500_000);
  });
});
