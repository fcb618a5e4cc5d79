import { SourceText } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { offsetOf, rangeOfSpan, touches } from "./positions.ts";

const source = new SourceText("ab\r\ncd\n");

function range(a: number, b: number, c: number, d: number) {
  return { start: { line: a, character: b }, end: { line: c, character: d } };
}

describe("offsetOf", () => {
  it.each([
    [0, 0, 0],
    [0, 2, 2],
    [0, 9, 2],
    [1, 1, 5],
    [1, 9, 6],
    [2, 0, 7],
    [9, 0, 7],
    [-1, -1, 0],
  ])("line %d character %d is offset %d", (line, character, offset) => {
    expect(offsetOf(source, { line, character })).toBe(offset);
  });
});

describe("rangeOfSpan", () => {
  it("counts from 0", () => {
    expect(rangeOfSpan(source, { start: 1, end: 6 })).toEqual(range(0, 1, 1, 2));
  });
});

describe("touches", () => {
  it.each([
    ["inside", range(1, 0, 1, 5), range(1, 2, 1, 2), true],
    ["at the end", range(1, 0, 1, 5), range(1, 5, 1, 5), true],
    ["behind", range(1, 0, 1, 5), range(1, 6, 1, 6), false],
    ["on another line", range(1, 0, 1, 5), range(2, 0, 2, 1), false],
    ["around", range(1, 0, 1, 5), range(0, 0, 3, 0), true],
  ])("%s", (_name, a, b, expected) => {
    expect(touches(a, b)).toBe(expected);
    expect(touches(b, a)).toBe(expected);
  });
});
