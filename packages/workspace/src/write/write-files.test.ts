import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryTree, type TemporaryTree } from "../testing/temporary-tree.ts";
import { writeFilesAtomically } from "./write-files.ts";

const write = (tree: TemporaryTree, files: Readonly<Record<string, string>>): void =>
  writeFilesAtomically(
    tree.root,
    Object.entries(files).map(([path, text]) => ({ path: join(tree.root, path), text })),
  );
const read = (tree: TemporaryTree, path: string): string => readFileSync(join(tree.root, path), "utf8");

describe("writeFilesAtomically", () => {
  it("writes old and new files, keeps the mode and leaves nothing behind", () => {
    using tree = temporaryTree({ "run.sh": "old" });
    chmodSync(join(tree.root, "run.sh"), 0o750);
    write(tree, { "run.sh": "new 東京", "more.yaml": "a: 1\n" });
    expect(read(tree, "run.sh")).toBe("new 東京");
    expect(statSync(join(tree.root, "run.sh")).mode & 0o777).toBe(0o750);
    expect(readdirSync(tree.root).sort()).toEqual(["more.yaml", "run.sh"]);
  });

  it("writes nothing where one file cannot be written", () => {
    using tree = temporaryTree({ "a.yaml": "old" });
    expect(() => write(tree, { "a.yaml": "new", "absent/b.yaml": "new" })).toThrow(
      expect.objectContaining({ code: "write/outside-root" }),
    );
    expect(read(tree, "a.yaml")).toBe("old");
    expect(readdirSync(tree.root)).toEqual(["a.yaml"]);
  });

  it("puts back what it renamed before a later rename failed", () => {
    using tree = temporaryTree({ "a.yaml": "old" });
    mkdirSync(join(tree.root, "folder"));
    expect(() => write(tree, { "a.yaml": "new", folder: "new" })).toThrow(
      expect.objectContaining({ code: "write/failed" }),
    );
    expect(read(tree, "a.yaml")).toBe("old");
    expect(readdirSync(tree.root).sort()).toEqual(["a.yaml", "folder"]);
  });

  it("writes through a link inside the root and keeps the link", () => {
    using tree = temporaryTree({ "real.yaml": "old" });
    symlinkSync("real.yaml", join(tree.root, "link.yaml"));
    write(tree, { "link.yaml": "new" });
    expect(read(tree, "real.yaml")).toBe("new");
    expect(lstatSync(join(tree.root, "link.yaml")).isSymbolicLink()).toBe(true);
  });

  it("refuses to write out of the root, through a file or a folder", () => {
    using outside = temporaryTree({ "secret.yaml": "old" });
    using tree = temporaryTree();
    symlinkSync(join(outside.root, "secret.yaml"), join(tree.root, "link.yaml"));
    symlinkSync(outside.root, join(tree.root, "folder"));
    for (const path of ["link.yaml", "folder/secret.yaml", "folder/new.yaml", "../new.yaml"]) {
      expect(() => write(tree, { [path]: "new" }), path).toThrow(
        expect.objectContaining({ code: "write/outside-root" }),
      );
    }
    expect(read(outside, "secret.yaml")).toBe("old");
    expect(readdirSync(outside.root)).toEqual(["secret.yaml"]);
  });
});
