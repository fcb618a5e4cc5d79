import { describe, expect, it } from "vitest";
import { parseJsonText, REPORT_LIMITS } from "./parse-json-text.ts";

describe("what is read", () => {
  it.each([
    ["{}", {}],
    ['\uFEFF{"a": [1, null]}', { a: [1, null] }],
    ['"]]]]"', "]]]]"],
    [String.raw`"\\\"]"`, String.raw`\"]`],
  ])("%j", (text, value) => {
    expect(parseJsonText(text, { maximumLength: 100, maximumDepth: 2 })).toEqual({ value });
  });
});

describe("what is not read, and where the fault is", () => {
  it.each([
    ["", { kind: "empty", line: 0, column: 0 }],
    [" \n", { kind: "empty", line: 0, column: 0 }],
    ['{"a":\n [[1]]}', { kind: "too-deep", line: 2, column: 3 }],
    ['{"a": 1,\n "b": }', { kind: "not-json", line: 2, column: 6 }],
    ["x".repeat(101), { kind: "too-large", line: 0, column: 0 }],
  ])("%j", (text, problem) => {
    expect(parseJsonText(text, { maximumLength: 100, maximumDepth: 2 })).toMatchObject({ problem });
  });

  it("deep text without end", () => {
    expect(parseJsonText("[".repeat(2_000_000))).toMatchObject({ problem: { kind: "too-deep" } });
    expect(parseJsonText(`"${"[".repeat(2_000_000)}"`)).toHaveProperty("value");
    expect(REPORT_LIMITS.maximumDepth).toBe(200);
  });
});
