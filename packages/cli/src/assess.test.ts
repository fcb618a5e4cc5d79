import { describe, expect, it } from "vitest";
import { workbench } from "./testing/command-line.ts";

interface Row {
  readonly requirement: string;
  readonly verdict: string;
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
  readonly proofs: readonly {
    readonly kind: string;
    readonly file?: string;
    readonly range?: { readonly start: { readonly line: number } };
  }[];
}

interface Report {
  readonly requirements: readonly Row[];
  readonly score: { readonly points: number; readonly percent: number; readonly ceiling: number };
  readonly counts: Readonly<Record<string, number>>;
  readonly tools: readonly { readonly category: string; readonly count: number }[];
}

const FOUND = "FROM docker.io/library/alpine:3.20\nUSER 1001\n";
const HARDENED =
  "FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9-minimal:9.4@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\nUSER 1001\n";
const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: deny
  namespace: web
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`;
const IMAGE = `sha256:${"a".repeat(64)}`;

async function assessed(
  files: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<Report & { readonly row: (id: string) => Row }> {
  using bench = workbench(files);
  const { code, stdout, stderr } = await bench.plimsoll("assess", "--format", "json", ...words);
  expect([code, stderr]).toEqual([0, ""]);
  const report: Report = JSON.parse(stdout);
  const row = (id: string): Row => {
    const found = report.requirements.find(({ requirement }) => requirement === id);
    if (found === undefined) throw new RangeError(id);
    return found;
  };
  return { ...report, row };
}

describe("plimsoll assess", () => {
  it("judges every row of the design once", async () => {
    const { requirements, counts } = await assessed({ Dockerfile: FOUND });
    expect(requirements).toHaveLength(138);
    expect(new Set(requirements.map(({ requirement }) => requirement)).size).toBe(138);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(138);
  });

  it("names file and line of what stands against a row", async () => {
    const { row } = await assessed({ "app/Dockerfile": FOUND });
    expect(row("T4-IMAGE-SELECTION")).toMatchObject({
      verdict: "not-met",
      reasons: expect.arrayContaining([expect.objectContaining({ code: "posture/failed" })]),
    });
    expect(row("T4-IMAGE-SELECTION").proofs[0]).toMatchObject({
      kind: "finding",
      file: "app/Dockerfile",
      range: { start: { line: 1 } },
    });
  });

  it("meets nothing in an empty workspace", async () => {
    const { counts, score } = await assessed({ "README.md": "# Nothing\n" });
    expect(counts["met"]).toBe(0);
    expect(score.points).toBe(0);
  });

  it("has a lower score where something could not be checked", async () => {
    const files = { "policy.yaml": POLICY, Dockerfile: HARDENED };
    const template =
      "{{- if .Values.on }}\napiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n{{- end }}\n";
    const whole = await assessed(files);
    const partial = await assessed({ ...files, "templates/pod.yaml": template });
    const met = whole.requirements.filter(({ verdict }) => verdict === "met");
    expect(met.length).toBeGreaterThan(0);
    expect(partial.score.points).toBeLessThan(whole.score.points);
    const lost = met.find(({ requirement }) => partial.row(requirement).verdict === "not-checked");
    expect(lost).toBeDefined();
    expect(partial.row(lost?.requirement ?? "").reasons[0]?.message).toContain("templates/pod.yaml");
  });

  it.each<[string, string, string, string]>([
    ["a statement of a role of the design", "role: factory-operator", "met", ""],
    ["one of another role", "role: intern", "needs-attestation", "posture/attestation-role"],
    [
      "one that has ended",
      "role: factory-operator\n      expires: 2026-11-01",
      "needs-attestation",
      "posture/attestation-expired",
    ],
  ])("hears %s", async (_, fields, verdict, code) => {
    const text = `inventory:
  attestations:
    - requirement: K8S-RD-4-PHASES
      statement: All four phases were gone through.
      who: R. Diaz
      date: 2026-10-01
      ${fields}
`;
    const { row } = await assessed({ "plimsoll.yaml": text });
    expect(row("K8S-RD-4-PHASES").verdict).toBe(verdict);
    expect(row("K8S-RD-4-PHASES").reasons.map((reason) => reason.code)).toEqual(code === "" ? [] : [code]);
  });

  it("takes a waived finding for settled and shows it", async () => {
    const waivers = `waivers:
  - id: W-1
    rule: kubernetes/namespace-quota-set
    scope: { paths: [web.yaml] }
    category: false-positive
    statement: The quota is set by the platform.
    approver: R. Diaz
    created: 2026-11-01
    expires: 2026-12-01
`;
    const namespace = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n";
    const before = await assessed({ "web.yaml": namespace });
    expect(before.row("K8S-RD-3-LAYERS").proofs.map(({ kind }) => kind)).toContain("finding");
    using bench = workbench({
      "web.yaml": namespace,
      "plimsoll-waivers.yaml": waivers,
      "plimsoll.yaml": "waivers: [plimsoll-waivers.yaml]\n",
    });
    const { stdout } = await bench.plimsoll("assess", "--format", "json");
    const report: Report = JSON.parse(stdout);
    const proofs =
      report.requirements.find(({ requirement }) => requirement === "K8S-RD-3-LAYERS")?.proofs ?? [];
    expect(proofs.map(({ kind }) => kind)).toContain("waived");
  });

  it("judges by evidence, and only by that of the image", async () => {
    const scanner = (name: string, family: string) => ({
      name,
      version: "1",
      family,
      databaseBuilt: new Date().toISOString(),
    });
    const statement = {
      _type: "https://in-toto.io/Statement/v1",
      subject: [{ name: "web", digest: { sha256: "a".repeat(64) } }],
      predicateType: "urn:plimsoll:predicate:scan:1",
      predicate: {
        verdict: "pass",
        reasons: [],
        judgedAt: new Date().toISOString(),
        reports: [],
        scanners: [scanner("trivy", "trivy"), scanner("grype", "anchore")],
        counts: {},
      },
    };
    const workflow =
      "on: push\njobs:\n  scan:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image web\n      - run: grype web\n";
    const files = {
      "evidence/scan.statement.json": JSON.stringify(statement),
      ".github/workflows/ci.yaml": workflow,
    };
    const own = await assessed(files, "--evidence", "evidence", "--image", IMAGE);
    const other = await assessed(files, "--evidence", "evidence", "--image", `sha256:${"b".repeat(64)}`);
    const entry = (report: { readonly row: (id: string) => Row }) =>
      JSON.stringify(report.row("T7-TWO-SCANNERS"));
    expect(entry(own)).toContain(
      '"check":"SR002","message":"The reports come from 2 families of scanners: trivy, anchore."',
    );
    expect(entry(other)).toContain(
      '"entry":"SR003","meaning":"Report is about another digest","status":"failed"',
    );
    expect(other.row("T7-TWO-SCANNERS").verdict).toBe("not-met");
  });

  it("recognises the packages of an umbrella chart, which helm would render", async () => {
    const { tools } = await assessed({
      "chart/Chart.yaml": "apiVersion: v2\nname: umbrella\nversion: 1.0.0\n",
      "chart/values.yaml":
        "neuvector:\n  enabled: true\n  helmRepo:\n    chartName: neuvector\nfluentbit:\n  enabled: false\n",
      "chart/templates/release.yaml": "kind: HelmRelease\nspec:\n  targetNamespace: {{ .Values.space }}\n",
    });
    const counts = new Map(tools.map(({ category, count }) => [category, count]));
    expect([counts.get("runtime-defense"), counts.get("logging-agent")]).toEqual([1, 0]);
  });

  it("fails below a score that is asked for", async () => {
    using bench = workbench({ Dockerfile: FOUND });
    expect((await bench.plimsoll("assess", "--fail-below", "100")).code).toBe(1);
    expect((await bench.plimsoll("assess", "--fail-below", "101")).code).toBe(2);
  });

  it("writes a page that needs nothing else and lets nothing foreign in", async () => {
    const hostile = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: "<img src=x onerror=alert(1)>"\n';
    using bench = workbench({ "a.yaml": hostile, Dockerfile: FOUND });
    const { code, stdout } = await bench.plimsoll(
      "assess",
      "--output",
      "posture.html",
      "--format",
      "markdown",
    );
    const html = bench.read("posture.html");
    expect(code).toBe(0);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<img|https?:\/\/(?!www\.w3\.org)/u);
    expect(html.match(/<tr id="/gu)).toHaveLength(138);
    expect(stdout).not.toContain("<img");
    expect(stdout.split("\n").filter((line) => line.startsWith("| `"))).toHaveLength(138 + unchecked(stdout));
  });
});

/** Lines of the table of what was not checked, which open like those of requirements. */
function unchecked(markdown: string): number {
  const part = markdown.split("\n## Not checked\n")[1] ?? "";
  return part.split("\n").filter((line) => line.startsWith("| `")).length;
}
