import type { FindingView, RequirementRow, WorkspaceFindings } from "@plimsoll/language-server/protocol";
import { describe, expect, it } from "vitest";
import { buildTree, type GroupNode } from "./nodes.ts";

function finding(fingerprint: string, more: Partial<FindingView> = {}): FindingView {
  const start = { line: 0, character: 5 };
  return {
    rule: "dockerfile/user-set",
    title: "Images run as a user of their own",
    message: "No user is set.",
    severity: "error",
    uri: "file:///shop/Dockerfile",
    range: { start, end: { line: 0, character: 10 } },
    fingerprint,
    ...more,
  };
}

function row(id: string, more: Partial<RequirementRow> = {}): RequirementRow {
  return {
    id,
    title: `About ${id}`,
    baseline: "REQUIRED",
    phases: ["Build"],
    rules: [],
    findings: [],
    ...more,
  };
}

function workspace(more: Partial<WorkspaceFindings>): WorkspaceFindings {
  return { tables: [], other: [], notChecked: [], complete: true, ...more };
}

const waived = { by: "waiver", justification: "A pilot." };

const design = workspace({
  tables: [
    {
      id: "table-4",
      title: "Table 4",
      rows: [
        row("A", { findings: [finding("1"), finding("2", { waived })] }),
        row("B", { findings: [finding("1")] }),
        row("C"),
      ],
    },
    {
      id: "table-5",
      title: "Table 5",
      rows: [row("D", { verdict: "met" }), row("E", { verdict: "needs-attestation" })],
    },
  ],
});

function outline(groups: readonly GroupNode[]): readonly string[] {
  return groups.flatMap(({ id, findings, rows, children }) => [
    `${id}: ${findings} in ${rows.withFindings} of ${rows.all}`,
    ...children.map(
      (child) => `  ${child.id}${child.kind === "row" ? ` ${child.standing} ${child.findings}` : ""}`,
    ),
  ]);
}

describe("buildTree", () => {
  it("counts a finding once, and no waived one", () => {
    expect(outline(buildTree(design, { onlyWithFindings: false }))).toEqual([
      "table-4: 1 in 2 of 3",
      "  table-4/A findings 1",
      "  table-4/B findings 1",
      "  table-4/C no-findings 0",
      "table-5: 0 in 0 of 2",
      "  table-5/D met 0",
      "  table-5/E needs-attestation 0",
    ]);
  });

  it("shows only what has findings, and counts all rows still", () => {
    expect(outline(buildTree(design, { onlyWithFindings: true }))).toEqual([
      "table-4: 1 in 2 of 3",
      "  table-4/A findings 1",
      "  table-4/B findings 1",
    ]);
  });

  it("keeps a row that something else judged as not met", () => {
    const judged = workspace({ tables: [{ id: "t", title: "T", rows: [row("X", { verdict: "not-met" })] }] });
    expect(outline(buildTree(judged, { onlyWithFindings: true }))).toEqual([
      "t: 0 in 1 of 1",
      "  t/X not-met 0",
    ]);
  });

  it("puts findings without a requirement and what was not checked at the end, filtered or not", () => {
    const rest = workspace({
      other: [
        finding("3"),
        finding("3", { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 1 } } }),
      ],
      notChecked: [{ code: "helm/not-rendered", reason: "Charts are not rendered in the editor." }],
    });
    const lines = [
      "other: 2 in 0 of 0",
      "  other/file:///shop/Dockerfile#3",
      "  other/file:///shop/Dockerfile#3~1",
      "not-checked: 0 in 0 of 0",
      "  not-checked/0",
    ];
    expect(outline(buildTree(rest, { onlyWithFindings: false }))).toEqual(lines);
    expect(outline(buildTree(rest, { onlyWithFindings: true }))).toEqual(lines);
  });
});
