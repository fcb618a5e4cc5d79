import type { FileResult, Finding } from "@plimsoll/core";
import { expect, it } from "vitest";
import { ResultCompactor } from "./compact-result.ts";

function finding(ruleId: string, file: string, offset: number): Finding {
  const start = { line: 1, column: offset + 1, offset };
  return {
    ruleId,
    problem: "missing",
    severity: "error",
    confidence: "high",
    message: `at ${offset}`,
    file,
    range: { start, end: { ...start, offset: offset + 1 } },
    resource: { apiVersion: "v1", kind: "Pod", name: "web" },
    requirements: ["R1"],
    controls: ["c:1"],
    aliases: ["t:1"],
    fixes: [
      { title: "Fix it", safety: "safe", edits: [{ file, start: offset, end: offset + 1, newText: "x" }] },
    ],
    related: [],
    fingerprint: `${ruleId}-${offset}`,
  };
}

function result(path: string): FileResult {
  const start = { line: 1, column: 1, offset: 0 };
  const record = {
    apiVersion: "v1",
    kind: "Pod",
    name: "web",
    group: "",
    file: path,
    range: { start, end: start },
    labels: {},
  };
  return {
    path,
    kind: "yaml",
    checked: true,
    resources: 1,
    findings: [finding("a", path, 1), finding("b", path, 1), finding("a", "other.yaml", 2)],
    suppressed: [],
    notChecked: [],
    records: [record],
  };
}

it("changes nothing that a result says, and keeps once what findings share", () => {
  const compactor = new ResultCompactor();
  const [one, two] = ["a.yaml", "b.yaml"].map((path) => compactor.compact(structuredClone(result(path))));
  // Places in records are made when they are asked for, so the data is compared as it would be written down.
  expect(JSON.parse(JSON.stringify(one))).toEqual(result("a.yaml"));
  expect(JSON.parse(JSON.stringify(two))).toEqual(result("b.yaml"));
  expect(two?.findings[0]?.controls).toBe(one?.findings[2]?.controls);
  expect(one?.findings[0]?.range).toBe(one?.findings[1]?.range);
  expect(one?.findings[0]?.resource).toBe(one?.findings[1]?.resource);
  expect(one?.findings[0]?.range).not.toBe(one?.findings[2]?.range);
});

it("keeps apart problems of one rule that stand for different checks of other tools", () => {
  const [one, two] = [finding("a", "a.yaml", 1), { ...finding("a", "a.yaml", 2), aliases: ["t:2"] }];
  const { findings } = new ResultCompactor().compact({ ...result("a.yaml"), findings: [one, two] });
  expect(findings.map(({ aliases }) => aliases)).toEqual([["t:1"], ["t:2"]]);
});
