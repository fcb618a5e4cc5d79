import { applyEdits, type TextEdit } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { Pieces } from "./pieces.ts";

function edit(start: number, end: number, newText: string): TextEdit {
  return { start, end, newText };
}

interface Row {
  readonly name: string;
  readonly rounds: readonly (readonly TextEdit[])[];
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

const rows: readonly Row[] = [
  { name: "nothing", rounds: [], text: "abcdef", edits: [] },
  { name: "one edit", rounds: [[edit(1, 2, "X")]], text: "aXcdef", edits: [edit(1, 2, "X")] },
  {
    name: "an edit inside what an edit brought",
    rounds: [[edit(3, 3, "XYZ")], [edit(4, 5, "")]],
    text: "abcXZdef",
    edits: [edit(3, 3, "XZ")],
  },
  {
    name: "an edit over the end of what an edit brought",
    rounds: [[edit(0, 1, "XY")], [edit(1, 3, "Q")]],
    text: "XQcdef",
    edits: [edit(0, 2, "XQ")],
  },
  {
    name: "edits far apart in two rounds",
    rounds: [[edit(5, 6, "FF")], [edit(0, 0, "_")]],
    text: "_abcdeFF",
    edits: [edit(0, 0, "_"), edit(5, 6, "FF")],
  },
  {
    name: "an edit that the next one takes back",
    rounds: [[edit(2, 3, "")], [edit(2, 2, "c")]],
    text: "abcdef",
    edits: [],
  },
  {
    name: "all of it",
    rounds: [[edit(0, 6, "")], [edit(0, 0, "new")]],
    text: "new",
    edits: [edit(0, 6, "new")],
  },
];

describe("Pieces", () => {
  it.each(rows)("$name", ({ rounds, text, edits }) => {
    const pieces = new Pieces("abcdef");
    for (const round of rounds) pieces.apply(round);
    expect(pieces.text).toBe(text);
    expect(pieces.edits()).toEqual(edits);
    expect(applyEdits("abcdef", pieces.edits())).toBe(text);
  });

  it("says the same as the text whatever is done to it", () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let run = 0; run < 200; run += 1) {
      const original = "the quick brown fox\njumps over\n";
      const pieces = new Pieces(original);
      let text = original;
      for (let round = 0; round < 4; round += 1) {
        const start = next(text.length + 1);
        const end = Math.min(text.length, start + next(6));
        const one = edit(start, end, "xyz\n".slice(0, next(5)));
        text = applyEdits(text, [one]);
        pieces.apply([one]);
      }
      expect(pieces.text).toBe(text);
      expect(applyEdits(original, pieces.edits())).toBe(text);
    }
  });

  it.each([
    ["overlap", [edit(0, 2, ""), edit(1, 3, "")]],
    ["reach outside the text", [edit(4, 9, "")]],
  ])("refuses edits that %s", (_name, edits) => {
    expect(() => new Pieces("abcdef").apply(edits)).toThrow(RangeError);
  });
});
