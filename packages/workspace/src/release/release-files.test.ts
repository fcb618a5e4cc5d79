import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEvidenceFolder } from "./evidence-folder.ts";
import { readPromotionFiles } from "./promotion-files.ts";

/** A folder with files that is gone afterwards. */
function folder(files: Readonly<Record<string, string | Buffer>>): {
  readonly root: string;
  [Symbol.dispose](): void;
} {
  const root = mkdtempSync(join(tmpdir(), "plimsoll-release-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}

describe("an evidence folder", () => {
  it("is read whole, in the order of its paths", () => {
    using place = folder({ "b.json": "b", "a/z": Buffer.from([0, 255]), ".hidden": "h" });
    const files = readEvidenceFolder(place.root);
    expect(files.map(({ path }) => path)).toEqual([".hidden", "a/z", "b.json"]);
    expect(files[1]?.bytes).toEqual(Buffer.from([0, 255]));
  });

  it("is not read where a part of it is left out", () => {
    using place = folder({ "a.json": "a" });
    symlinkSync("a.json", join(place.root, "b.json"));
    expect(() => readEvidenceFolder(place.root)).toThrow(
      'The evidence "b.json" cannot be read: it is a link or no ordinary file.',
    );
    expect(() => readEvidenceFolder(join(place.root, "none"))).toThrow(
      "The evidence folder cannot be read: it is not there.",
    );
  });

  it("does not nest without end", () => {
    using place = folder({ [`${"d/".repeat(22)}x`]: "x" });
    expect(() => readEvidenceFolder(place.root)).toThrow("nested deeper than 20");
  });
});

describe("files to promote", () => {
  it("are those of YAML and JSON, byte for byte, and links are named", () => {
    using place = folder({
      "a.yaml": "\uFEFFa\r\n",
      "sub/b.yml": "b",
      "sub/c.json": "{}",
      "sub/Kustomization": "k",
      "sub/d.md": "d",
      "bad.yaml": Buffer.from([0xff]),
      ".git/x.yaml": "x",
      "node_modules/x.yaml": "x",
      "big.yaml": "x".repeat(9 * 1024 * 1024),
    });
    symlinkSync("/etc/passwd", join(place.root, "link.yaml"));
    expect(readPromotionFiles(place.root, [""])).toEqual([
      { path: "a.yaml", text: "\uFEFFa\r\n" },
      { path: "bad.yaml", unreadable: "is not UTF-8" },
      { path: "big.yaml", unreadable: "is larger than 8 MiB" },
      { path: "link.yaml", unreadable: "is a symbolic link" },
      { path: "sub/Kustomization", text: "k" },
      { path: "sub/b.yml", text: "b" },
      { path: "sub/c.json", text: "{}" },
    ]);
  });

  it("are read once, and a named one whatever its name", () => {
    using place = folder({ "sub/b.yml": "b", "sub/d.md": "d" });
    const paths = readPromotionFiles(place.root, ["sub/d.md", "sub", "sub/b.yml"]).map(({ path }) => path);
    expect(paths).toEqual(["sub/b.yml", "sub/d.md"]);
    expect(() => readPromotionFiles(place.root, ["none"])).toThrow('"none" cannot be read: it is not there.');
  });
});
