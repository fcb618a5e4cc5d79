import type { FileResult, Finding, ResourceRecord } from "@plimsoll/core";
import { describe, expect, it } from "vitest";
import { mergeResults } from "./merge-results.ts";

function finding(ruleId: string, file: string, offset: number, fingerprint = ""): Finding {
  const start = { line: 1, column: offset + 1, offset };
  return {
    ruleId,
    problem: "missing",
    severity: "error",
    confidence: "high",
    message: "",
    file,
    range: { start, end: { ...start, offset: offset + 1 } },
    requirements: [],
    controls: [],
    aliases: [],
    fixes: [],
    related: [],
    fingerprint,
  };
}

function record(name: string, file: string): ResourceRecord {
  const start = { line: 1, column: 1, offset: 0 };
  return {
    apiVersion: "v1",
    kind: "Service",
    name,
    file,
    group: "",
    range: { start, end: start },
    labels: {},
  };
}

function result(path: string, parts: Partial<FileResult>): FileResult {
  return {
    path,
    kind: "yaml",
    checked: true,
    resources: 1,
    findings: [],
    suppressed: [],
    notChecked: [],
    records: [],
    ...parts,
  };
}

const every = (): boolean => true;

describe("mergeResults", () => {
  it("keeps what both say once, from the file itself", () => {
    const plain = [
      result("base.yaml", {
        findings: [finding("a", "base.yaml", 1, "plain")],
        records: [record("web", "base.yaml")],
      }),
    ];
    const rendered = [
      result("base.yaml", {
        findings: [
          finding("a", "base.yaml", 1, "rendered"),
          finding("b", "base.yaml", 1),
          finding("a", "patch.yaml", 1),
        ],
        records: [record("prod-web", "base.yaml")],
      }),
    ];
    const [merged] = mergeResults(plain, rendered, every);
    expect(merged?.findings.map(({ ruleId, file, fingerprint }) => [ruleId, file, fingerprint])).toEqual([
      ["a", "base.yaml", "plain"],
      ["b", "base.yaml", ""],
      ["a", "patch.yaml", ""],
    ]);
    expect(merged?.records.map(({ name }) => name)).toEqual(["prod-web"]);
    expect(merged?.resources).toBe(1);
  });

  it("says once what two overlays show of one base, and keeps two findings that share a place in one", () => {
    const overlay = [
      result("base.yaml", {
        findings: [finding("a", "base.yaml", 1, "1"), finding("a", "base.yaml", 1, "2")],
      }),
    ];
    const merged = mergeResults([], [...overlay, ...overlay], every);
    expect(merged.map(({ findings }) => findings.map(({ fingerprint }) => fingerprint))).toEqual([
      ["1", "2"],
    ]);
  });

  it("says once what a patch moves to another place, whatever the overlay calls the object", () => {
    const of = (name: string, file: string, offset: number): Finding => ({
      ...finding("a", file, offset, file),
      message: `Service "${name}" lacks it.`,
      resource: { apiVersion: "v1", kind: "Service", name },
    });
    const plain = [
      result("base.yaml", { findings: [of("web", "base.yaml", 1)], records: [record("web", "base.yaml")] }),
    ];
    const overlay = (name: string, patch: string): FileResult =>
      result("base.yaml", {
        findings: [of(name, patch, 7), { ...of(name, patch, 7), message: "Something else." }],
        records: [record(name, "base.yaml")],
      });
    const rendered = [overlay("dev-web", "dev.yaml"), overlay("web", "prod.yaml")];
    const [merged] = mergeResults(plain, rendered, every);
    expect(merged?.findings.map(({ message, file }) => [message, file])).toEqual([
      ['Service "web" lacks it.', "base.yaml"],
      ["Something else.", "dev.yaml"],
      ["Something else.", "prod.yaml"],
    ]);
  });

  it("does not bring back what a comment in the file excuses", () => {
    const excused = {
      finding: finding("a", "base.yaml", 1),
      by: "inline",
      reference: "",
      justification: "",
    } as const;
    const merged = mergeResults(
      [result("base.yaml", { suppressed: [excused] })],
      [result("base.yaml", { findings: [finding("a", "base.yaml", 1)] })],
      every,
    );
    expect(merged[0]?.findings).toEqual([]);
  });

  it("leaves out files that are not wanted", () => {
    const rendered = [
      result("base.yaml", { findings: [finding("a", "base.yaml", 1), finding("a", "patch.yaml", 1)] }),
    ];
    const merged = mergeResults([], rendered, (path) => path === "patch.yaml");
    expect(merged.flatMap(({ findings }) => findings.map(({ file }) => file))).toEqual(["patch.yaml"]);
  });

  it("drops that a template was not rendered once it was", () => {
    const unrendered = { file: "t.yaml", code: "helm/not-rendered", reason: "" };
    const merged = mergeResults(
      [result("t.yaml", { checked: false, notChecked: [unrendered] })],
      [result("t.yaml", {})],
      every,
    );
    expect(merged[0]).toMatchObject({ checked: true, notChecked: [] });
  });
});
