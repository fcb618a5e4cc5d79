import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { EvidenceFolder, evidenceFolderPath } from "./evidence-folder.ts";
import { readBounded } from "./read-bounded.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "action-kit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe("EvidenceFolder", () => {
  it("writes files, and its digest is that of sha256sum over them", () => {
    const folder = new EvidenceFolder(join(temporaryFolder(), "a/b"));
    folder.write("z.json", "{}");
    folder.write("raw/a.txt", new Uint8Array([1, 2]));
    folder.write("z.json", "[]");
    expect(folder.files().map(({ name }) => name)).toEqual(["raw/a.txt", "z.json"]);
    const sums = execFileSync("sha256sum", ["raw/a.txt", "z.json"], { cwd: folder.path });
    const [sum = ""] = execFileSync("sha256sum", { input: sums }).toString().split(" ");
    expect(folder.digest()).toBe(`sha256:${sum}`);
  });

  it.each(["../x", "/x", "a/../b", "", ".x", "a//b", "a\nb", "-x", "a/b/c/d/e"])(
    "refuses the name %j",
    (name) => {
      const folder = new EvidenceFolder(temporaryFolder());
      expect(() => folder.write(name, "")).toThrow("it is no plain name");
    },
  );

  it("does not write through links", () => {
    const root = temporaryFolder();
    const outside = temporaryFolder();
    writeFileSync(join(outside, "kept"), "old");
    symlinkSync(join(outside, "kept"), join(root, "file"));
    symlinkSync(outside, join(root, "raw"));
    const folder = new EvidenceFolder(root);
    folder.write("file", "new");
    expect(() => folder.write("raw/kept", "new")).toThrow("it leads through a link");
    expect(readFileSync(join(outside, "kept"), "utf8")).toBe("old");
    expect(readFileSync(join(root, "file"), "utf8")).toBe("new");
  });

  it("stands where the input says, else among the job's temporary files", () => {
    expect(evidenceFolderPath("out", { GITHUB_WORKSPACE: "/w" })).toBe("/w/out");
    expect(evidenceFolderPath(undefined, { RUNNER_TEMP: "/t" })).toBe("/t/plimsoll-evidence");
    expect(() => evidenceFolderPath(undefined, {})).toThrow("RUNNER_TEMP is not set");
  });
});

describe("readBounded", () => {
  it("reads what fits, and refuses the rest by name", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a"), "12345");
    expect(readBounded(join(folder, "a"), 5).toString()).toBe("12345");
    expect(() => readBounded(join(folder, "a"), 4)).toThrow("is larger than 4 bytes");
    writeFileSync(join(folder, "huge"), "");
    truncateSync(join(folder, "huge"), 1024 ** 3);
    expect(() => readBounded(join(folder, "huge"), 1024)).toThrow("is larger than 1024 bytes");
    mkdirSync(join(folder, "dir"));
    expect(() => readBounded(join(folder, "dir"), 9)).toThrow("it is no regular file");
    execFileSync("mkfifo", [join(folder, "pipe")]);
    expect(() => readBounded(join(folder, "pipe"), 9)).toThrow("it is no regular file");
    expect(() => readBounded(join(folder, "none"), 9)).toThrow("ENOENT");
    expect(() => readBounded("/dev/zero", 9)).toThrow("it is no regular file");
  });
});
