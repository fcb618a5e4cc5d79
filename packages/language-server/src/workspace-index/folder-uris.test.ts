import { describe, expect, it } from "vitest";
import { FolderUris, isBelow, parentOf } from "./folder-uris.ts";

describe("FolderUris", () => {
  it.each([
    ["file:///w", "", "file:///w/a/b.yaml", "a/b.yaml"],
    ["file:///w/", "", "file:///w/a.yaml", "a.yaml"],
    ["file:///w", "", "file:///wide/a.yaml", undefined],
    ["file:///w", "", "file:///w/a%20b%23.yaml", "a b#.yaml"],
    ["file:///c%3A/w", "", "file:///c:/w/a.yaml", "a.yaml"],
    ["file:///w/%C3%A4", "", "file:///w/ä/a.yaml", "a.yaml"],
    ["file:///w", "", "file:///w/%zz.yaml", undefined],
    ["file:///r/team", "team", "file:///r/team/a.yaml", "team/a.yaml"],
    ["file:///r/team", "team", "file:///r/other/a.yaml", "other/a.yaml"],
    ["file:///r/team", "elsewhere", "file:///r/other/a.yaml", undefined],
    ["vscode-vfs://github/a/b", "", "vscode-vfs://github/a/b/c.yaml", "c.yaml"],
    ["untitled:", "", "untitled:Untitled-1", "Untitled-1"],
  ])("in %s (%j) %s is %s", (folderUri, folder, uri, path) => {
    expect(new FolderUris({ folderUri, folder }).pathOf(uri)).toBe(path);
  });

  it.each([
    ["file:///w", "", "a b/c#.yaml", "file:///w/a%20b/c%23.yaml"],
    ["file:///r/team", "team", "team/a.yaml", "file:///r/team/a.yaml"],
    ["file:///r/team", "team", "plimsoll.yaml", "file:///r/plimsoll.yaml"],
    ["untitled:", "", "x", "untitled:x"],
  ])("in %s (%j) the path %s is %s", (folderUri, folder, path, uri) => {
    expect(new FolderUris({ folderUri, folder }).uriOf(path)).toBe(uri);
  });

  it("tells what lies below a folder, and the folder of a file", () => {
    expect(isBelow("file:///w/", "file:///w/a")).toBe(true);
    expect(isBelow("file:///w", "file:///x/a")).toBe(false);
    expect([parentOf("file:///w/a"), parentOf("untitled:a")]).toEqual(["file:///w", "untitled:"]);
  });
});
