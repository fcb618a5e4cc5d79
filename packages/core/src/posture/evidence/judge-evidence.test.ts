import { describe, expect, it } from "vitest";
import type { EvidenceRecord, EvidenceSet } from "./evidence-set.ts";
import { EVIDENCE_CHECKS, judgeEvidence } from "./judge-evidence.ts";

const IMAGE = `sha256:${"a".repeat(64)}`;
const OTHER = `sha256:${"b".repeat(64)}`;
const BASE = `sha256:${"c".repeat(64)}`;
const NOW = Date.parse("2026-11-24T12:00:00Z");

function record(
  kind: EvidenceRecord["kind"],
  predicate: unknown,
  change: Partial<EvidenceRecord> = {},
): EvidenceRecord {
  return { path: `${kind}.json`, kind, subjects: [IMAGE], trust: "signed", predicate, ...change };
}

const scanner = (name: string, family: string) => ({
  name,
  version: "1",
  family,
  databaseBuilt: "2026-11-24T06:00:00Z",
});
const SCAN = {
  verdict: "pass",
  reasons: [],
  judgedAt: "2026-11-24T10:00:00Z",
  scanners: [scanner("trivy", "trivy"), scanner("grype", "anchore")],
  counts: { critical: 0, high: 0 },
};
const SCAP = {
  verdict: "pass",
  reasons: [],
  benchmark: "RHEL 9",
  evaluated: 200,
  coverage: 1,
  failed: { cat1: 0 },
};
const PROVENANCE = {
  buildDefinition: {
    buildType: "urn:plimsoll:build:container:1",
    resolvedDependencies: [{ uri: `pkg:oci/ubi9@${BASE}`, digest: { sha256: "c".repeat(64) } }],
  },
  runDetails: { builder: { id: "https://github.example/ci" } },
};
const CONFIG = {
  config: { User: "1001", ExposedPorts: { "8080/tcp": {} }, Env: ["PATH=/bin"] },
  rootfs: {},
  created: "2026-11-20T00:00:00Z",
};

const GOOD: EvidenceSet = {
  documents: [
    record("scan", SCAN),
    record("compliance", SCAP),
    record("sbom", { components: [{ name: "bash" }] }),
    record("provenance", PROVENANCE),
    record("signature", undefined),
    record("signature", undefined, { path: "base.json", subjects: [BASE] }),
  ],
  unreadable: [],
  policyReports: [{ path: "report.yaml", name: "polr", failed: 0, errors: 0, passed: 12 }],
  decisions: [{ path: "decision.json", digest: IMAGE, decision: "go" }],
  imageConfigs: [{ path: "config.json", config: CONFIG }],
  image: IMAGE,
  now: NOW,
};

function outcomes(evidence: EvidenceSet | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(judgeEvidence(evidence).map(({ check, outcome }) => [check, outcome]));
}

/** The evidence with documents of a kind replaced. */
function replacing(kind: EvidenceRecord["kind"], ...documents: readonly EvidenceRecord[]): EvidenceSet {
  return { ...GOOD, documents: [...GOOD.documents.filter((one) => one.kind !== kind), ...documents] };
}

describe("judgeEvidence", () => {
  it("knows every check of the catalogue on registries and reports", () => {
    const numbered = (prefix: string, count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(3, "0")}`);
    expect(EVIDENCE_CHECKS).toEqual([...numbered("RG", 8), ...numbered("SR", 12)]);
  });

  it("checks nothing without evidence", () => {
    expect(new Set(Object.values(outcomes(undefined)))).toEqual(new Set(["not-checked"]));
  });

  it("passes what good evidence shows, and says what it cannot show", () => {
    const failed = Object.entries(outcomes(GOOD)).filter(([, outcome]) => outcome !== "passed");
    expect(failed).toEqual([["RG006", "not-checked"]]);
  });

  it.each<[string, EvidenceSet, Readonly<Record<string, string>>]>([
    [
      "no scan",
      replacing("scan"),
      { SR001: "failed", SR002: "not-checked", SR003: "not-checked", SR005: "not-checked" },
    ],
    [
      "one scanner",
      replacing("scan", record("scan", { ...SCAN, scanners: [scanner("trivy", "trivy")] })),
      { SR001: "failed", SR002: "failed" },
    ],
    [
      "two scanners of one family",
      replacing(
        "scan",
        record("scan", { ...SCAN, scanners: [scanner("grype", "anchore"), scanner("anchore", "anchore")] }),
      ),
      { SR001: "passed", SR002: "failed" },
    ],
    [
      "a scan of another image",
      replacing("scan", record("scan", SCAN, { subjects: [OTHER] })),
      { SR001: "failed", SR003: "failed" },
    ],
    [
      "a scan of yesterday's yesterday",
      replacing("scan", record("scan", { ...SCAN, judgedAt: "2026-11-22T10:00:00Z" })),
      { SR004: "failed" },
    ],
    [
      "a scan without a time",
      replacing("scan", record("scan", { ...SCAN, judgedAt: "" })),
      { SR004: "not-checked" },
    ],
    [
      "an old database",
      replacing(
        "scan",
        record("scan", {
          ...SCAN,
          scanners: [
            { ...scanner("trivy", "trivy"), databaseBuilt: "2026-11-01T00:00:00Z" },
            scanner("grype", "anchore"),
          ],
        }),
      ),
      { SR004: "failed" },
    ],
    [
      "a gate that failed",
      replacing("scan", record("scan", { ...SCAN, verdict: "fail", counts: { critical: 2 } })),
      { SR005: "failed", SR006: "not-checked" },
    ],
    [
      "a gate without a verdict",
      replacing("scan", record("scan", { ...SCAN, verdict: "indeterminate" })),
      { SR005: "not-checked" },
    ],
    [
      "a vulnerability that is exploited",
      replacing(
        "scan",
        record("scan", { ...SCAN, reasons: [{ code: "scan/vulnerability-exploited", message: "" }] }),
      ),
      { SR008: "failed" },
    ],
    [
      "no list of exploited ones",
      replacing("scan", record("scan", { ...SCAN, reasons: [{ code: "scan/kev-not-given", message: "" }] })),
      { SR008: "not-checked" },
    ],
    [
      "a waiver that is not in order",
      replacing(
        "scan",
        record("scan", { ...SCAN, reasons: [{ code: "scan/waiver-not-in-order", message: "" }] }),
      ),
      { SR007: "failed" },
    ],
    [
      "no SCAP result",
      replacing("compliance"),
      { SR009: "failed", SR010: "not-checked", SR011: "not-checked" },
    ],
    [
      "SCAP that judged nothing",
      replacing("compliance", record("compliance", { ...SCAP, evaluated: 0 })),
      { SR009: "failed" },
    ],
    [
      "a failure of category I",
      replacing("compliance", record("compliance", { ...SCAP, failed: { cat1: 1 } })),
      { SR010: "failed" },
    ],
    [
      "rules that stayed open",
      replacing("compliance", record("compliance", { ...SCAP, coverage: 0.9 })),
      { SR011: "failed" },
    ],
    [
      "a cluster's policies that fail",
      { ...GOOD, policyReports: [{ path: "r.yaml", name: "r", failed: 2, errors: 0, passed: 5 }] },
      { SR012: "failed" },
    ],
    [
      "a policy report of nothing",
      { ...GOOD, policyReports: [{ path: "r.yaml", name: "r", failed: 0, errors: 0, passed: 0 }] },
      { SR012: "not-checked" },
    ],
    [
      "a base without a signature",
      { ...GOOD, documents: GOOD.documents.filter(({ path }) => path !== "base.json") },
      { RG001: "failed", RG002: "passed" },
    ],
    ["no signature", replacing("signature"), { RG001: "failed", RG002: "failed" }],
    [
      "a signature that nobody can verify",
      replacing("signature", record("signature", undefined, { trust: "unverified" })),
      { RG002: "not-checked" },
    ],
    [
      "a broken signature",
      replacing("signature", record("signature", undefined, { trust: "broken" })),
      { RG002: "failed" },
    ],
    ["no SBOM", replacing("sbom"), { RG003: "failed" }],
    ["an SBOM of nothing", replacing("sbom", record("sbom", { components: [] })), { RG003: "failed" }],
    [
      "no provenance",
      replacing("provenance"),
      { RG001: "not-checked", RG004: "failed", RG008: "not-checked" },
    ],
    [
      "provenance without a base",
      replacing("provenance", record("provenance", { ...PROVENANCE, buildDefinition: {} })),
      { RG008: "failed" },
    ],
    [
      "a no-go",
      { ...GOOD, decisions: [{ path: "d.json", digest: IMAGE, decision: "no-go" }] },
      { RG007: "failed" },
    ],
    [
      "a go for another image",
      { ...GOOD, decisions: [{ path: "d.json", digest: OTHER, decision: "go" }] },
      { RG007: "not-checked" },
    ],
  ])("%s", (_, evidence, wanted) => {
    expect(outcomes(evidence)).toMatchObject(wanted);
  });
});

describe("judgeEvidence on what is odd", () => {
  it.each<[string, unknown, string]>([
    ["root by default", { ...CONFIG, config: {} }, "The image names no user, so it runs as root."],
    ["user 0 with a group", { ...CONFIG, config: { User: "0:0" } }, "The image runs as root."],
    [
      "a low port",
      { ...CONFIG, config: { User: "1", ExposedPorts: { "80/tcp": {} } } },
      "The image exposes 80/tcp, below 1024.",
    ],
    [
      "a secret in the environment",
      { ...CONFIG, config: { User: "1", Env: ["DB_PASSWORD=x", "EMPTY_TOKEN="] } },
      "The image keeps DB_PASSWORD in its environment.",
    ],
  ])("RG005: %s", (_, config, message) => {
    const evidence = { ...GOOD, imageConfigs: [{ path: "config.json", config }] };
    expect(judgeEvidence(evidence).find(({ check }) => check === "RG005")).toMatchObject({
      outcome: "failed",
      message,
    });
  });

  it("RG006: an old image has an old base", () => {
    const old = { ...CONFIG, created: "2026-01-01T00:00:00Z" };
    const epoch = { ...CONFIG, created: "1970-01-01T00:00:00Z" };
    expect(outcomes({ ...GOOD, imageConfigs: [{ path: "c.json", config: old }] })["RG006"]).toBe("failed");
    expect(outcomes({ ...GOOD, imageConfigs: [{ path: "c.json", config: epoch }] })["RG006"]).toBe(
      "not-checked",
    );
  });

  it("finds the image that all documents are about", () => {
    const { image: _, ...rest } = GOOD;
    expect(
      outcomes({
        ...rest,
        documents: [record("scan", SCAN), record("sbom", { components: [1] }, { subjects: [OTHER, IMAGE] })],
      }),
    ).toMatchObject({
      SR003: "passed",
      RG003: "passed",
    });
  });

  it.each([[null], ["text"], [[]], [{ scanners: "x", reasons: 3, counts: [], failed: null }]])(
    "survives a predicate of %j",
    (predicate) => {
      const documents = (["scan", "compliance", "sbom", "provenance"] as const).map((kind) =>
        record(kind, predicate),
      );
      const { RG006, ...others } = outcomes({ ...GOOD, documents });
      const passed = Object.keys(others).filter((check) => others[check] === "passed");
      // What stands beside the statements: reports of the cluster, the image's configuration, the decision, the subject.
      expect(passed).toEqual(["RG005", "RG007", "SR003", "SR012"]);
      expect(RG006).toBe("not-checked");
    },
  );
});
