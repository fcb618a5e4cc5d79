import { describe, expect, it } from "vitest";
import { labelOf } from "./labels.ts";
import type { Node, Standing } from "./nodes.ts";

function english(message: string, ...values: (string | number | boolean)[]): string {
  return message.replace(/\{(\d)\}/gu, (_, index: string) => String(values[Number(index)]));
}

function fileName(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}

function rowNode(standing: Standing, findings: number): Node {
  const row = {
    id: "T4-HARDENING",
    title: "Container hardening",
    baseline: "REQUIRED",
    phases: ["Build", "Test"],
    rules: [],
    findings: [],
  };
  return { kind: "row", id: "table-4/T4-HARDENING", row, standing, findings, children: [] };
}

function findingNode(more: { waived?: { by: string; justification: string } }): Node {
  const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 4 } };
  const finding = {
    rule: "dockerfile/user-set",
    title: "t",
    message: "No user is set.",
    severity: "error" as const,
    uri: "file:///shop/Dockerfile",
    range,
    fingerprint: "1",
    ...more,
  };
  return { kind: "finding", id: "1", finding };
}

describe("labelOf", () => {
  it.each([
    ["met", "pass", "met, Container hardening, REQUIRED"],
    ["not-met", "error", "not met, Container hardening, REQUIRED"],
    ["not-checked", "question", "not checked, Container hardening, REQUIRED"],
    ["needs-attestation", "person", "needs a person's statement, Container hardening, REQUIRED"],
    [
      "no-findings",
      "circle-outline",
      "no problem found; not judged as a whole, Container hardening, REQUIRED",
    ],
  ] as const)("gives %s a shape and a sentence of its own", (standing, icon, spoken) => {
    expect(labelOf(rowNode(standing, 0), fileName, english)).toMatchObject({ icon, spoken });
  });

  it.each([
    [1, "REQUIRED · 1 problem"],
    [12, "REQUIRED · 12 problems"],
  ])("counts %s", (count, description) => {
    expect(labelOf(rowNode("findings", count), fileName, english)).toEqual({
      label: "Container hardening",
      description,
      tooltip: `T4-HARDENING: Container hardening\n${description}\nBuild, Test\nhas problems`,
      spoken: `has problems, Container hardening, ${description}`,
      icon: "warning",
      colour: "problemsWarningIcon.foreground",
    });
  });

  it("names place and severity of a finding", () => {
    expect(labelOf(findingNode({}), fileName, english)).toEqual({
      label: "No user is set.",
      description: "Dockerfile:7",
      tooltip: "No user is set.\ndockerfile/user-set\nDockerfile:7",
      spoken: "error, No user is set., Dockerfile:7",
      icon: "error",
      colour: "problemsErrorIcon.foreground",
    });
  });

  it("says that a finding is waived, and why", () => {
    expect(
      labelOf(findingNode({ waived: { by: "w", justification: "A pilot." } }), fileName, english),
    ).toEqual({
      label: "No user is set.",
      description: "Dockerfile:7 · waived",
      tooltip: "No user is set.\ndockerfile/user-set\nDockerfile:7\nA pilot.",
      spoken: "waived, No user is set., Dockerfile:7",
      icon: "circle-slash",
    });
  });

  it.each([
    [0, 0, "no problem"],
    [0, 1, "1 row not met"],
    [0, 3, "3 rows not met"],
    [2, 3, "2 problems"],
  ])(
    "says of a table with %s findings and %s rows in want what is wrong",
    (findings, withFindings, description) => {
      const node: Node = {
        kind: "group",
        topic: "table",
        id: "table-7",
        title: "Table 7",
        findings,
        rows: { all: 4, withFindings },
        children: [],
      };
      expect(labelOf(node, fileName, english)).toMatchObject({
        description,
        spoken: `Table 7, ${description}`,
      });
    },
  );
});
