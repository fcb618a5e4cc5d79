import { describe, expect, it } from "vitest";
import { applyEdits, orderEdits } from "./text-edit.ts";

describe("applyEdits", () => {
  it.each([
    ["replaces", [{ start: 1, end: 2, newText: "X" }], "aXc"],
    ["inserts", [{ start: 3, end: 3, newText: "X" }], "abcX"],
    ["removes", [{ start: 0, end: 3, newText: "" }], ""],
    [
      "takes edits in any order",
      [
        { start: 2, end: 3, newText: "Z" },
        { start: 0, end: 1, newText: "X" },
      ],
      "XbZ",
    ],
    [
      "lets edits touch",
      [
        { start: 0, end: 1, newText: "X" },
        { start: 1, end: 1, newText: "-" },
      ],
      "X-bc",
    ],
    ["makes none", [], "abc"],
  ])("%s", (_name, edits, expected) => {
    expect(applyEdits("abc", edits)).toBe(expected);
  });

  it.each([
    [
      "overlap",
      [
        { start: 0, end: 2, newText: "" },
        { start: 1, end: 3, newText: "" },
      ],
    ],
    [
      "insert at one place",
      [
        { start: 1, end: 1, newText: "a" },
        { start: 1, end: 1, newText: "b" },
      ],
    ],
    ["reach behind the text", [{ start: 1, end: 9, newText: "" }]],
    ["start before the text", [{ start: -1, end: 1, newText: "" }]],
    ["run backwards", [{ start: 2, end: 1, newText: "" }]],
  ])("refuses edits that %s", (_name, edits) => {
    expect(() => applyEdits("abc", edits)).toThrow(RangeError);
  });
});

describe("orderEdits", () => {
  it("sorts a copy", () => {
    const edits = [
      { start: 4, end: 5, newText: "" },
      { start: 0, end: 1, newText: "" },
    ];
    expect(orderEdits(edits)?.map((edit) => edit.start)).toEqual([0, 4]);
    expect(edits[0]?.start).toBe(4);
  });
});
