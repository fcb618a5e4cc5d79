import type { FindingView, WorkspaceFindings } from "@plimsoll/language-server/protocol";
import { describe, expect, it } from "vitest";
import { everyFinding, neighbour } from "./every-finding.ts";

function place(uri: string, line: number, character: number) {
  return { uri, range: { start: { line, character }, end: { line, character: character + 1 } } };
}

function finding(rule: string, uri: string, line: number): FindingView {
  return { rule, title: rule, message: rule, severity: "error", fingerprint: rule, ...place(uri, line, 0) };
}

describe("everyFinding", () => {
  it("names each once, in order", () => {
    const row = { title: "t", baseline: "REQUIRED", phases: [], rules: [] };
    const [one, two, three] = [finding("b", "f:a", 9), finding("a", "f:a", 2), finding("c", "f:b", 0)];
    const workspace: WorkspaceFindings = {
      tables: [
        {
          id: "1",
          title: "1",
          rows: [
            { id: "x", ...row, findings: [three, one] },
            { id: "y", ...row, findings: [one] },
          ],
        },
      ],
      other: [two],
      notChecked: [],
      complete: true,
    };
    expect(everyFinding(workspace)).toEqual([two, one, three]);
  });
});

describe("neighbour", () => {
  const items = [place("f:b", 3, 1), place("f:a", 4, 0), place("f:a", 4, 7)];

  it.each([
    ["next", place("f:a", 0, 0), items[1]],
    ["next", place("f:a", 4, 0), items[2]],
    ["next", place("f:a", 9, 0), items[0]],
    ["next", place("f:b", 3, 1), items[1]],
    ["previous", place("f:a", 4, 7), items[1]],
    ["previous", place("f:a", 0, 0), items[0]],
  ] as const)("%s after %j", (direction, from, expected) => {
    expect(neighbour(items, from, direction)).toBe(expected);
  });

  it("is nothing where there is nothing", () => {
    expect(neighbour([], place("f:a", 0, 0), "next")).toBeUndefined();
  });
});
