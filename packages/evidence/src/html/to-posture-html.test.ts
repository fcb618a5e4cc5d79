import type { Posture, RequirementPosture } from "@plimsoll/core/posture";
import { describe, expect, it } from "vitest";
import { toPostureJson } from "../posture/to-posture-json.ts";
import { toPostureMarkdown } from "../posture/to-posture-markdown.ts";
import { toPostureText } from "../posture/to-posture-text.ts";
import { toPostureHtml } from "./to-posture-html.ts";

const HOSTILE = '"><script>alert(1)</script>\u202e\u001b[2J|\n# x';
const at = (line: number) => ({ offset: 0, line, column: 1 });
const range = { start: at(7), end: at(7) };

const row: RequirementPosture = {
  requirement: "T1-MESH",
  title: "Service mesh",
  section: "Table 1",
  baseline: "REQUIRED",
  effective: "required",
  phases: ["deploy", "operate"],
  verdict: "not-met",
  reasons: [{ code: "posture/failed", message: HOSTILE }],
  entries: [
    {
      entry: "MS003",
      meaning: "mTLS is not STRICT",
      status: "failed",
      rules: ["mesh/mtls-strict"],
      findings: 1,
    },
  ],
  proofs: [
    {
      kind: "finding",
      rule: "mesh/mtls-strict",
      severity: "error",
      message: HOSTILE,
      file: HOSTILE,
      range,
      fingerprint: "0",
    },
    {
      kind: "waived",
      rule: "mesh/a",
      message: "m",
      file: "a.yaml",
      range,
      by: "waiver",
      justification: HOSTILE,
      expires: "2027-01-01",
    },
    { kind: "rule", rule: "mesh/b", judged: "3 objects" },
    {
      kind: "tool",
      detection: {
        category: "service-mesh",
        product: "istio",
        name: "Istio",
        strength: "strong",
        state: "present",
      },
      signal: { by: "chart", text: HOSTILE, file: "b.yaml", range, off: false, template: false },
    },
    { kind: "declared", tool: { category: "service-mesh", product: HOSTILE } },
    { kind: "evidence", check: "SR001", message: HOSTILE, files: [HOSTILE] },
    {
      kind: "attestation",
      attestation: {
        requirement: "T1-MESH",
        statement: HOSTILE,
        role: "x",
        who: HOSTILE,
        date: "2026-11-01",
      },
    },
  ],
  proofCount: 9,
};

const posture: Posture = {
  profile: "il4",
  impactLevel: "IL4",
  assessedOn: "2026-11-24",
  summary: {
    files: 4,
    checkedFiles: 3,
    resources: 2,
    rules: 1,
    errors: 1,
    warnings: 0,
    infos: 0,
    waived: 1,
    notChecked: 1,
    fixable: { safe: 0, review: 0 },
    profile: "il4",
    kubernetesVersion: "1.36",
  },
  score: { points: 0, of: 3, percent: 0, ceiling: 0 },
  counts: { met: 0, "not-met": 1, "not-checked": 0, "needs-attestation": 0 },
  requirements: [row],
  tools: [
    {
      category: "service-mesh",
      title: "Service mesh control plane",
      requirements: ["T1-MESH"],
      minimum: 1,
      detections: [
        {
          category: "service-mesh",
          product: "istio",
          name: "Istio",
          strength: "strong",
          state: "present",
          signals: [{ by: "chart", text: "istiod", file: HOSTILE, range, off: false, template: false }],
          signalCount: 2,
        },
      ],
      declared: [{ category: "service-mesh", product: HOSTILE, environment: HOSTILE }],
      count: 1,
    },
  ],
  differences: { undetected: [{ category: HOSTILE, product: HOSTILE }], undeclared: [] },
  unchecked: [{ code: "helm/not-rendered", count: 1, reason: HOSTILE, files: [HOSTILE] }],
  unreadable: [{ path: HOSTILE, reason: HOSTILE }],
};
const report = { posture, subject: HOSTILE, toolVersion: "1.0.0", statementOf: () => HOSTILE };

describe("reports of a posture", () => {
  it("HTML shows the row, its verdict, every kind of proof, and where", () => {
    const html = toPostureHtml({ ...report, pipeline: "<svg></svg>" });
    expect(html).toContain(
      '<tr id="T1-MESH" data-verdict="not-met" data-level="required" data-phase="deploy operate">',
    );
    expect(html).toContain("impact level 4");
    for (const words of [
      "mesh/b found nothing in 3 objects",
      "Istio, strong detection",
      "until 2027-01-01",
      "b.yaml:7:1",
      "and 2 more",
    ])
      expect(html).toContain(words);
    expect(html).toContain(
      '<div class="picture" tabindex="0" role="region" aria-label="Pipeline"><svg></svg></div>',
    );
  });

  it("HTML lets no foreign markup and no control characters in", () => {
    const html = toPostureHtml(report);
    expect(html.match(/<script>/gu)).toHaveLength(1);
    expect(html).not.toContain("alert(1)</script>");
    for (const hidden of ["\u001b", "\u202e"]) expect(html).not.toContain(hidden);
    expect(html).not.toMatch(/(?:src|href)="(?!#)/u);
  });

  it("HTML names every control of its form, and tells no verdict by colour alone", () => {
    const html = toPostureHtml(report);
    expect(html.match(/<(?:input|select) /gu)).toHaveLength(html.match(/<label>/gu)?.length ?? 0);
    expect(html).toContain('<span class="v not-met">not met</span>');
    expect(html).toContain('role="img" aria-label="1 not met, 0 not checked, 0 needs attestation, 0 met"');
    expect(html).toContain('<html lang="en">');
  });

  it("Markdown keeps foreign words in their cells", () => {
    const markdown = toPostureMarkdown(report);
    expect(markdown).not.toContain("<script");
    expect(markdown).not.toMatch(/\n# x/u);
    expect(markdown).toContain("# Posture against the reference design: 0 %");
    expect(markdown).toContain("| `T1-MESH` Service mesh | required | not met |");
  });

  it("text has no control characters", () => {
    const text = toPostureText(report);
    for (const hidden of ["\u001b", "\u202e"]) expect(text).not.toContain(hidden);
    expect(text).toContain("    1  not met");
  });

  it("JSON is the posture as data", () => {
    expect(JSON.parse(toPostureJson(report))).toMatchObject({
      schemaVersion: "1.0",
      requirements: [{ verdict: "not-met", proofCount: 9 }],
    });
  });
});
