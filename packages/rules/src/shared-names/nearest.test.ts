import { describe, expect, it } from "vitest";
import { changesBetween, nearestName } from "./nearest.ts";

describe("changesBetween", () => {
  it.each([
    ["build", "build", 3, 0],
    ["bulid", "build", 3, 1],
    ["buil", "build", 3, 1],
    ["bxild", "build", 3, 1],
    ["builder", "build", 3, 2],
    ["abc", "xyz", 3, 3],
    ["abcdefgh", "x", 3, 3],
  ])("counts from %s to %s", (a, b, cap, expected) => {
    expect(changesBetween(a, b, cap)).toBe(expected);
  });
});

describe("nearestName", () => {
  it.each([
    ["syntx", 1, "syntax"],
    ["chekc", 1, "check"],
    ["version", 2, undefined],
  ])("finds what %s within %d stands for", (word, limit, expected) => {
    expect(nearestName(word, ["syntax", "escape", "check"], limit)).toBe(expected);
  });
});
