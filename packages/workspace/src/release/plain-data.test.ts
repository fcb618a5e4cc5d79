import { describe, expect, it } from "vitest";
import { plainData } from "./plain-data.ts";

describe("data of a text", () => {
  it.each([
    ['{"a": [1, true, null, "x"]}', { a: [1, true, null, "x"] }],
    ["a: &x {b: 1}\nc: *x\n", { a: { b: 1 }, c: { b: 1 } }],
    ["---\n12\n", 12],
    ["__proto__: 1\n", JSON.parse('{"__proto__": 1}')],
  ])("%j", (text, value) => {
    expect(plainData(text)).toEqual({ value });
  });

  it.each([
    ["", "it is empty"],
    ["# nothing\n", "it is empty"],
    ["a\n---\nb\n", "it does not hold one document"],
    ["a: 1\na: 2\n", "The map has the key `a` already"],
    [
      `a0: &a0 [x]\n${Array.from({ length: 60 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(", ")}]`).join("\n")}`,
      "its aliases grow without end",
    ],
  ])("%#: there is none", (text, problem) => {
    expect(plainData(text)).toEqual({ problem });
  });
});
