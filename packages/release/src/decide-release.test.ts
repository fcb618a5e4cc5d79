import type { EvidenceKind } from "@plimsoll/core/release-evidence";
import { describe, expect, it } from "vitest";
import { decideRelease, type ReleaseDecision } from "./decide-release.ts";
import type { EvidenceFile } from "./evidence/evidence.ts";
import type { ReleasePolicy } from "./policy/release-policy.ts";
import {
  evidence,
  fileOf,
  goodFolder,
  NOW,
  OTHER_IMAGE,
  requestOf,
  type EvidenceWish,
} from "./testing/evidence-folder.ts";

/** Codes of all reasons, without their area. */
function codesOf({ requirements }: ReleaseDecision): readonly string[] {
  return requirements.flatMap(({ kind, reasons }) =>
    reasons.map(({ code }) => `${kind}: ${code.slice("release/".length)}`),
  );
}

/** The good folder with one kind in another form, or without it. */
async function folderWith(
  kind: EvidenceKind,
  wish: EvidenceWish | undefined,
): Promise<readonly EvidenceFile[]> {
  const others = (await goodFolder()).filter(({ path }) => path !== `${kind}.json`);
  return wish === undefined ? others : [...others, await evidence(kind, wish)];
}

describe("a release goes", () => {
  it("where everything is there, vouched for, fresh and good", async () => {
    const decision = await decideRelease(requestOf(await goodFolder()));
    expect(decision).toMatchObject({ decision: "go", trust: "signed", environment: "production" });
    expect(codesOf(decision)).toEqual([]);
    expect(decision.inputs.map(({ use }) => use).sort()).toEqual([...requestOf([]).policy.require].sort());
  });

  it("the same way each time, whatever order the files come in", async () => {
    const files = await goodFolder();
    const once = await decideRelease(requestOf(files));
    const again = await decideRelease(requestOf([...files].reverse()));
    expect(again).toEqual(once);
  });

  it("with the same bytes twice, and with reports of other images and other tools beside", async () => {
    const files = await goodFolder();
    const copy = files.map((file) => ({ ...file, path: `copy/${file.path}` }));
    const others = [
      await evidence("scan", { path: "other.json", image: OTHER_IMAGE }),
      fileOf("sarif.json", { runs: [] }),
    ];
    const decision = await decideRelease(requestOf([...files, ...copy, ...others]));
    expect(decision.decision).toBe("go");
    expect(decision.inputs.find(({ path }) => path === "other.json")?.use).toBe("scan of another image");
  });
});

describe("each kind of evidence", () => {
  it.each<readonly [EvidenceKind, EvidenceWish | undefined, string, readonly string[]]>([
    ["scan", undefined, "indeterminate", ["scan: missing"]],
    ["scan", { image: OTHER_IMAGE }, "indeterminate", ["scan: wrong-digest"]],
    ["scan", { predicate: { verdict: "fail" } }, "no-go", ["scan: failed"]],
    ["scan", { predicate: { verdict: "indeterminate" } }, "indeterminate", ["scan: undecided"]],
    ["scan", { predicate: { verdict: "PASS" } }, "indeterminate", ["scan: no-verdict"]],
    ["scan", { predicate: { scanners: [] } }, "indeterminate", ["scan: too-few-scanners"]],
    [
      "scan",
      {
        predicate: {
          scanners: [
            { name: "trivy", family: "trivy", databaseBuilt: "2026-11-23T00:00:00Z" },
            { name: "harbor", family: "trivy", databaseBuilt: "2026-11-23T00:00:00Z" },
          ],
        },
      },
      "indeterminate",
      ["scan: too-few-scanners"],
    ],
    [
      "scan",
      {
        predicate: {
          scanners: [
            { name: "trivy", family: "trivy", databaseBuilt: "2026-10-01T00:00:00Z" },
            { name: "grype", family: "grype", databaseBuilt: "" },
          ],
        },
      },
      "indeterminate",
      ["scan: stale", "scan: age-unknown"],
    ],
    ["scan", { predicate: { judgedAt: "2026-11-01T00:00:00Z" } }, "indeterminate", ["scan: stale"]],
    ["scan", { predicate: { judgedAt: "2026-12-24T00:00:00Z" } }, "indeterminate", ["scan: from-the-future"]],
    ["compliance", { predicate: { verdict: "fail" } }, "no-go", ["compliance: failed"]],
    ["compliance", { predicate: { evaluated: 0 } }, "indeterminate", ["compliance: too-few-evaluated"]],
    ["policy", { predicate: { checkedFiles: 0 } }, "indeterminate", ["policy: nothing-checked"]],
    ["sbom", { predicate: { components: [] } }, "indeterminate", ["sbom: sbom-empty"]],
    ["provenance", { predicate: { runDetails: {} } }, "indeterminate", ["provenance: provenance-incomplete"]],
    ["signature", undefined, "indeterminate", ["signature: missing"]],
    [
      "signature",
      { signer: "stranger" },
      "indeterminate",
      ["integrity: bad-signature", "signature: not-vouched"],
    ],
    ["signature", { image: OTHER_IMAGE }, "indeterminate", ["signature: wrong-digest"]],
    ["approval", { predicate: { approvals: [] } }, "indeterminate", ["approval: not-approved"]],
    [
      "approval",
      { predicate: { approvals: [{ by: "Dev", state: "approved", at: "2026-11-24T11:00:00Z" }] } },
      "indeterminate",
      ["approval: not-approved"],
    ],
    [
      "approval",
      { predicate: { approvals: [{ by: "lead", state: "rejected", at: "2026-11-24T11:00:00Z" }] } },
      "no-go",
      ["approval: rejected"],
    ],
    ["scan", { signer: "nobody" }, "indeterminate", ["integrity: unsigned", "scan: not-vouched"]],
    ["scan", { signer: "stranger" }, "indeterminate", ["integrity: bad-signature", "scan: not-vouched"]],
  ])("%s %j", async (kind, wish, ...[verdict, codes]) => {
    const decision = await decideRelease(requestOf(await folderWith(kind, wish)));
    expect([decision.decision, codesOf(decision)]).toEqual([verdict, codes]);
  });

  it.each<readonly [Record<string, unknown>, string, readonly string[]]>([
    [{}, "go", []],
    [{ result: "FAILED" }, "no-go", ["tests: tests-failed"]],
    [{ failedTests: ["b"] }, "no-go", ["tests: tests-failed"]],
    [{ passedTests: [] }, "indeterminate", ["tests: nothing-tested"]],
    [{ result: "GREAT" }, "indeterminate", ["tests: no-verdict"]],
  ])("tests %j", async (predicate, ...[verdict, codes]) => {
    const policy = { require: [...requestOf([]).policy.require, "tests"] } as const;
    const files = [...(await goodFolder()), await evidence("tests", { predicate })];
    const decision = await decideRelease(requestOf(files, policy));
    expect([decision.decision, codesOf(decision)]).toEqual([verdict, codes]);
  });
});

describe("the policy", () => {
  it.each<readonly [Partial<ReleasePolicy>, string, readonly string[]]>([
    [{ require: [] }, "indeterminate", []],
    [{ provenance: { builders: ["https://ci.example/builder"], sources: [] } }, "go", []],
    [{ provenance: { builders: ["x"], sources: [] } }, "no-go", ["provenance: builder-not-trusted"]],
    [{ provenance: { builders: [], sources: ["git+https://git.example/team"] } }, "go", []],
    [
      { provenance: { builders: [], sources: ["git+https://git.example/te"] } },
      "no-go",
      ["provenance: source-not-trusted"],
    ],
    [{ approval: { needed: 2 } }, "indeterminate", ["approval: not-approved"]],
    [
      { compliance: { minEvaluated: 41, minCoverage: 0.9 } },
      "indeterminate",
      ["compliance: too-few-evaluated", "compliance: low-coverage"],
    ],
    [
      { freezes: [{ from: "2026-11-24T00:00:00Z", until: "2026-11-25T00:00:00Z", reason: "audit" }] },
      "no-go",
      ["freeze: frozen"],
    ],
    [
      { freezes: [{ from: "2026-11-25T00:00:00Z", until: "2026-11-26T00:00:00Z", reason: "audit" }] },
      "go",
      [],
    ],
    [
      { freezes: [{ from: "soon", until: "later", reason: "audit" }] },
      "indeterminate",
      ["freeze: freeze-unreadable"],
    ],
  ])("%j", async (policy, ...[verdict, codes]) => {
    const decision = await decideRelease(requestOf(await goodFolder(), policy));
    expect([decision.decision, codesOf(decision)]).toEqual([verdict, codes]);
  });

  it("without trusted keys nothing goes", async () => {
    const decision = await decideRelease(requestOf(await goodFolder(), { keys: [] }));
    expect(decision.decision).toBe("indeterminate");
  });

  it("that asks for no signatures says so", async () => {
    const files = await Promise.all(
      requestOf([]).policy.require.map((kind) =>
        evidence(kind, kind === "signature" ? {} : { signer: "nobody" }),
      ),
    );
    expect(await decideRelease(requestOf(files, { signed: false }))).toMatchObject({
      decision: "go",
      trust: "unsigned",
    });
  });

  it("is named by its digest", async () => {
    const files = await goodFolder();
    const one = await decideRelease(requestOf(files));
    const other = await decideRelease(requestOf(files, { approval: { needed: 2 } }));
    expect(one.policyDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(other.policyDigest).not.toBe(one.policyDigest);
    expect(one.decidedAt).toBe(new Date(NOW).toISOString());
  });
});

describe("files that are damaged or in doubt", () => {
  it.each([
    [
      "two different documents of one kind",
      "scan: ambiguous",
      async () => evidence("scan", { path: "scan-2.json", predicate: { counts: { low: 1 } } }),
    ],
    ["no JSON", "integrity: unreadable", async () => fileOf("x.json", "{")],
    [
      "no UTF-8",
      "integrity: unreadable",
      async () => ({ path: "x.json", bytes: new Uint8Array([0xff, 0xfe]) }),
    ],
    [
      "an envelope of something else",
      "integrity: unreadable",
      async () => fileOf("x.json", { payloadType: "text/plain", payload: "YQ==", signatures: [] }),
    ],
    [
      "an envelope without a statement",
      "integrity: unreadable",
      async () =>
        fileOf("x.json", { payloadType: "application/vnd.in-toto+json", payload: "e30=", signatures: [] }),
    ],
    ["very deep JSON", "integrity: unreadable", async () => fileOf("x.json", "[".repeat(100_000))],
  ])("%s", async (_, code, file) => {
    const decision = await decideRelease(requestOf([...(await goodFolder()), await file()]));
    expect([decision.decision, codesOf(decision)]).toEqual(["indeterminate", [code]]);
  });
});

describe("reports that lie beside", () => {
  it("do not matter where their names say that they are no JSON", async () => {
    const beside = ["scan/summary.md", "compliance/1/results.xml", "compliance/1/report.html"];
    const files = [...(await goodFolder()), ...beside.map((path) => fileOf(path, "# words"))];
    expect((await decideRelease(requestOf(files))).decision).toBe("go");
    const damaged = [...files, fileOf("scan/merged.json", "# words")];
    expect((await decideRelease(requestOf(damaged))).decision).toBe("indeterminate");
  });
});
