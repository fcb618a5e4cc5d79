import { describe, expect, it } from "vitest";
import { cleanPath, isAbsolutePath, isSystemFolder } from "./system-folders.ts";

describe("isSystemFolder", () => {
  it.each([
    ["/", true],
    ["/etc/", true],
    ["/usr/../etc", true],
    ["/proc/1", true],
    ["/dev/shm", false],
    ["/etc/app", false],
    ["/usr/local", false],
    ["data", false],
  ])("%s: %s", (path, expected) => {
    expect(isSystemFolder(path)).toBe(expected);
  });
});

describe("cleanPath", () => {
  it.each([
    ["/a//b/./c/../d/", "/a/b/d"],
    ["/../..", "/"],
    ["a/../b", "a/../b"],
  ])("%s is %s", (path, expected) => {
    expect(cleanPath(path)).toBe(expected);
  });
});

describe("isAbsolutePath", () => {
  it.each([
    ["/app", true],
    ["C:\\app", true],
    ["c:/app", true],
    ["\\app", true],
    ["C:", true],
    ["app", false],
    ["./app", false],
  ])("%s: %s", (path, expected) => {
    expect(isAbsolutePath(path)).toBe(expected);
  });
});
