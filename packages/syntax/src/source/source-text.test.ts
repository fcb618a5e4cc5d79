import { describe, expect, it } from "vitest";
import { SourceText } from "./source-text.ts";

describe("SourceText", () => {
  it.each([
    ["", [0]],
    ["a", [0]],
    ["a\nb", [0, 2]],
    ["a\r\nb\rc\n", [0, 3, 5, 7]],
    ["\n\n", [0, 1, 2]],
    ["\r\r\n", [0, 1, 3]],
  ])("finds the lines of %j", (text, starts) => {
    expect(new SourceText(text).lineStarts).toEqual(starts);
  });

  it.each([
    [0, { line: 1, column: 1, offset: 0 }],
    [2, { line: 1, column: 3, offset: 2 }],
    [3, { line: 2, column: 1, offset: 3 }],
    [5, { line: 2, column: 3, offset: 5 }],
    [6, { line: 3, column: 1, offset: 6 }],
    [99, { line: 3, column: 1, offset: 6 }],
    [-4, { line: 1, column: 1, offset: 0 }],
  ])("places offset %d", (offset, position) => {
    expect(new SourceText("ab\ncd\n").positionAt(offset)).toEqual(position);
  });

  it("turns a span into a range", () => {
    const range = new SourceText("ab\r\ncd").rangeOf({ start: 1, end: 6 });
    expect(range).toEqual({
      start: { line: 1, column: 2, offset: 1 },
      end: { line: 2, column: 3, offset: 6 },
    });
  });

  it.each([
    [1, 1, 0],
    [2, 2, 4],
    [1, 99, 3],
    [0, 1, 0],
    [9, 1, 6],
    [2, -5, 3],
  ])("finds line %d column %d at offset %d", (line, column, offset) => {
    expect(new SourceText("ab\ncd\n").offsetAt(line, column)).toBe(offset);
  });

  it("agrees with itself in both directions for every offset", () => {
    const source = new SourceText("one\r\ntwo\rthree\n\nfour");
    for (let offset = 0; offset <= source.text.length; offset += 1) {
      const { line, column } = source.positionAt(offset);
      expect(source.offsetAt(line, column)).toBe(offset);
    }
  });

  it.each([
    [1, "ab"],
    [2, "cd"],
    [3, ""],
    [4, ""],
    [0, ""],
  ])("gives line %d without its break", (line, text) => {
    expect(new SourceText("ab\r\ncd\n").lineText(line)).toBe(text);
  });
});
