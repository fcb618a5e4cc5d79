import { describe, expect, it } from "vitest";
import { isCommit, isExactVersion, isMovingRevision } from "./versions.ts";

describe("versions", () => {
  it.each([
    ["1.2.3", true],
    ["v1.2.3-rc.1+build", true],
    ["1.2", false],
    ["1.2.x", false],
    [">=1.2.3", false],
    ["^1.2.3", false],
    ["*", false],
  ])("%s is exact: %s", (text, expected) => {
    expect(isExactVersion(text)).toBe(expected);
  });
  it.each([
    ["HEAD", true],
    ["main", true],
    ["refs/heads/release-1", true],
    ["stable", true],
    ["v1.2.3", false],
    ["v1.*", false],
    ["refs/tags/stable", false],
    ["0a1b2c3d4e5f60718293a4b5c6d7e8f901234567", false],
    ["release-2026-11", false],
  ])("%s moves: %s", (text, expected) => {
    expect(isMovingRevision(text)).toBe(expected);
  });
  it("knows commits by their length and digits", () => {
    expect(["0a1b2c3", "abc", "0A1B2C3", "deadbeefg"].map(isCommit)).toEqual([true, false, false, false]);
  });
});
