import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryTree } from "../testing/temporary-tree.ts";
import { kindOfText, siblingReader } from "./check-source.ts";

describe("kindOfText", () => {
  it.each([
    ["FROM scratch\n", "dockerfile"],
    ["# syntax=docker/dockerfile:1\n\n  arg X=1\nFROM x\n", "dockerfile"],
    ["\uFEFFFROM scratch", "dockerfile"],
    ["apiVersion: v1\n", "yaml"],
    ["FROM: x\n", "yaml"],
    ["FROMAGE x\n", "yaml"],
    ['{"kind": "Pod"}', "json"],
    ["", "yaml"],
    ["# only a comment", "yaml"],
  ])("of %j is %s", (text, kind) => {
    expect(kindOfText(text)).toBe(kind);
  });
});

describe("siblingReader", () => {
  it("reads beside and above the file, never out of the root", () => {
    using tree = temporaryTree({
      "secret.yaml": "s",
      "root/Chart.yaml": "c",
      "root/templates/a.yaml": "",
      "root/templates/b.yaml": "b",
    });
    symlinkSync("../../secret.yaml", join(tree.root, "root/templates/link"));
    const read = siblingReader(join(tree.root, "root"), join(tree.root, "root/templates/a.yaml"));
    expect(read("link")).toBeUndefined();
    expect([read("b.yaml"), read("../Chart.yaml"), read("../../secret.yaml"), read("absent")]).toEqual([
      "b",
      "c",
      undefined,
      undefined,
    ]);
  });
});
