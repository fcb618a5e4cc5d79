import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { applyEdits, type TextEdit } from "@plimsoll/syntax";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "./unified-diff.ts";

function replace(before: string, ...pairs: readonly (readonly [string, string])[]): readonly TextEdit[] {
  return pairs.map(([old, newText]) => {
    const start = before.indexOf(old);
    return { start, end: start + old.length, newText };
  });
}

describe("a diff", () => {
  it.each<readonly [string, readonly TextEdit[], string]>([
    ["a\n", [], ""],
    ["a\nb\n", replace("a\nb\n", ["b", "c"]), "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"],
    [
      "a",
      replace("a", ["a", "b"]),
      "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n",
    ],
    [
      "a\r\nb",
      replace("a\r\nb", ["a", "c"]),
      "@@ -1,2 +1,2 @@\n-a\r\n+c\r\n b\n\\ No newline at end of file\n",
    ],
    ["a\nb\n", [{ start: 2, end: 2, newText: "x\n" }], "@@ -1,2 +1,3 @@\n a\n+x\n b\n"],
    ["a\n", [{ start: 1, end: 1, newText: "\nx" }], "@@ -1 +1,2 @@\n a\n+x\n"],
    [
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
      replace("1\n2\n3\n4\n5\n6\n7\n8\n9\n", ["1", "x"], ["9", "y"]),
      "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n",
    ],
  ])("of %j with %j", (before, edits, hunks) => {
    const diff = unifiedDiff({ path: "f", before, edits });
    expect(diff).toBe(hunks === "" ? "" : `--- a/f\n+++ b/f\n${hunks}`);
  });

  it("quotes names as git does", () => {
    expect(unifiedDiff({ path: 'a"\nb', before: "x", edits: replace("x", ["x", "y"]) })).toMatch(
      /^--- "a\/a\\"\\nb"\n\+\+\+ "b\/a\\"\\nb"\n/u,
    );
  });

  it("is what git makes the same file of", () => {
    const folder = mkdtempSync(join(tmpdir(), "plimsoll-diff-"));
    const line = fc.constantFrom("a", "b: 1", "", "  c", "d\r", "ü");
    const texts = fc.tuple(fc.array(line, { minLength: 1, maxLength: 30 }), fc.constantFrom("", "\n"));
    const spots = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom("x", "", "new\n", "\nnew")), {
      minLength: 1,
      maxLength: 4,
    });
    try {
      fc.assert(
        fc.property(texts, spots, ([lines, end], places) => {
          const before = lines.join("\n") + end;
          const edits = editsAt(before, places);
          const after = applyEdits(before, edits);
          if (after === before || before === "" || after === "") return;
          const path = "sub/file.yaml";
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), before);
          const input = unifiedDiff({ path, before, edits });
          execFileSync("git", ["apply", "--whitespace=nowarn", "-"], {
            cwd: folder,
            input,
            stdio: ["pipe", "ignore", "pipe"],
          });
          expect(readFileSync(join(folder, path), "utf8")).toBe(after);
        }),
        { numRuns: 150, seed: 3 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Edits at places that do not touch. */
function editsAt(text: string, places: readonly (readonly [number, number, string])[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  for (const [at, length, newText] of [...places].sort(
    (a, b) => (a[0] % (text.length + 1)) - (b[0] % (text.length + 1)),
  )) {
    const start = Math.max(from, at % (text.length + 1));
    const end = Math.min(text.length, start + length);
    if (start > text.length) break;
    edits.push({ start, end, newText });
    from = end + 1;
  }
  return edits;
}
