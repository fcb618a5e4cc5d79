import { describe, expect, it } from "vitest";
import { foldersUpwards, resolvePath } from "./workspace-path.ts";

describe("resolvePath", () => {
  it.each([
    ["plimsoll.yaml", "base.yaml", "base.yaml"],
    ["plimsoll.yaml", "./policy/base.yaml", "policy/base.yaml"],
    ["a/b/plimsoll.yaml", "../base.yaml", "a/base.yaml"],
    ["a/b/plimsoll.yaml", "..\\base.yaml", "a/base.yaml"],
    ["plimsoll.yaml", "../base.yaml", undefined],
    ["a/plimsoll.yaml", "x/../../../base.yaml", undefined],
    ["plimsoll.yaml", "/etc/passwd", undefined],
    ["plimsoll.yaml", "https://example.com/p.yaml", undefined],
    ["plimsoll.yaml", "C:\\policy.yaml", undefined],
    ["plimsoll.yaml", "a\u0000b", undefined],
    ["/etc/plimsoll/plimsoll.yaml", "base.yaml", "/etc/plimsoll/base.yaml"],
    ["/etc/plimsoll.yaml", "../../x.yaml", undefined],
  ])("%s names %s", (from, reference, expected) => {
    expect(resolvePath(from, reference)).toBe(expected);
  });
});

describe("foldersUpwards", () => {
  it.each([
    ["a/b", ["a/b", "a", ""]],
    ["", [""]],
    ["/a/b", ["/a/b", "/a", "/"]],
  ])("%s", (folder, expected) => {
    expect(foldersUpwards(folder)).toEqual(expected);
  });
});
