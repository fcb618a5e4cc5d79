import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryTree } from "../testing/temporary-tree.ts";
import { commonFolder, findRepositoryRoot, isInside, workspacePath } from "./paths.ts";

describe("isInside", () => {
  it.each([
    ["/a", "/a", true],
    ["/a", "/a/b", true],
    ["/a", "/ab", false],
    ["/a", "/", false],
    ["/a/b", "/a/..b", false],
    ["/a", "/a/..b", true],
    ["/", "/a", true],
  ])("%s holds %s: %s", (folder, path, expected) => {
    expect(isInside(folder, path)).toBe(expected);
  });
});

describe("workspacePath", () => {
  it("counts from the root, which is a dot", () => {
    expect(workspacePath("/a", "/a/b/c.yaml")).toBe("b/c.yaml");
    expect(workspacePath("/a", "/a")).toBe(".");
  });
});

describe("commonFolder", () => {
  it("is the deepest folder that holds all paths", () => {
    using tree = temporaryTree({ "x/a/1.yaml": "", "x/b/2.yaml": "" });
    const at = (path: string): string => join(tree.root, path);
    expect(commonFolder([at("x/a/1.yaml")])).toBe(at("x/a"));
    expect(commonFolder([at("x/a"), at("x/a/1.yaml")])).toBe(at("x/a"));
    expect(commonFolder([at("x/a/1.yaml"), at("x/b/2.yaml")])).toBe(at("x"));
  });
});

describe("findRepositoryRoot", () => {
  it("finds a folder with .git, which may be a file", () => {
    using tree = temporaryTree({
      ".git/HEAD": "",
      "sub/.git": "gitdir: ../.git",
      "sub/deep/a": "",
      "other/a": "",
    });
    expect(findRepositoryRoot(join(tree.root, "other"))).toBe(tree.root);
    expect(findRepositoryRoot(join(tree.root, "sub/deep"))).toBe(join(tree.root, "sub"));
  });
});
