import { describe, expect, it } from "vitest";
import { clusterWidth, cutToWidth, displayWidth } from "./display-width.ts";
import { windowOf } from "./line-window.ts";

/** The shown line over its carets. */
function drawn(line: string, range: { readonly start: number; readonly end: number }, room = 80): string {
  const shown = windowOf(line, range, room);
  return `${shown.text}\n${" ".repeat(shown.caretStart)}${"^".repeat(shown.caretWidth)}`;
}

describe("displayWidth", () => {
  it.each([
    ["abc", 3],
    ["漢字", 4],
    ["e\u0301", 1],
    ["ｶﾞ", 2],
    ["🚢", 2],
    ["👩\u200d🚀", 2],
    ["❤\ufe0f", 2],
    ["👍🏽", 2],
    ["🇳🇱", 2],
    ["한글", 4],
    ["\u1112\u1161\u11ab", 2],
    ["…", 1],
  ])("%j takes %i cells", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("gives an ASCII cluster its length", () => {
    expect(clusterWidth("a")).toBe(1);
  });

  it("cuts between clusters", () => {
    expect(cutToWidth("漢字漢字", 5)).toBe("漢字…");
    expect(cutToWidth("abc", 3)).toBe("abc");
  });
});

describe("windowOf", () => {
  it.each([
    { name: "ASCII", line: "USER root", range: [5, 9], shown: "USER root\n     ^^^^" },
    { name: "a tab before", line: "\tUSER root", range: [6, 10], shown: "    USER root\n         ^^^^" },
    { name: "a tab inside", line: "ab\tcd", range: [1, 4], shown: "ab  cd\n ^^^^" },
    { name: "wide characters before", line: "漢 x", range: [2, 3], shown: "漢 x\n   ^" },
    { name: "a wide character", line: "a漢b", range: [1, 2], shown: "a漢b\n ^^" },
    { name: "a surrogate pair", line: "a🚢b", range: [3, 4], shown: "a🚢b\n   ^" },
    { name: "half a surrogate pair", line: "a🚢b", range: [2, 3], shown: "a🚢b\n ^^" },
    { name: "combining marks", line: "cafe\u0301 x", range: [6, 7], shown: "cafe\u0301 x\n     ^" },
    { name: "an empty range", line: "abc", range: [1, 1], shown: "abc\n ^" },
    { name: "the end of the line", line: "abc", range: [3, 3], shown: "abc\n   ^" },
    { name: "beyond the line", line: "abc", range: [9, 12], shown: "abc\n   ^" },
    { name: "an empty line", line: "", range: [0, 0], shown: "\n^" },
    { name: "a control character", line: "a\u001bb", range: [1, 2], shown: "a␛b\n ^" },
    { name: "an override", line: "a\u202eb", range: [2, 3], shown: "a<U+202E>b\n         ^" },
  ])("puts carets under $name", ({ line, range, shown }) => {
    const [start = 0, end = 0] = range;
    expect(drawn(line, { start, end })).toBe(shown);
  });

  it.each([
    {
      name: "left",
      line: "abcdefghijklmnopqrstuvwxyz",
      range: [24, 26],
      shown: "…opqrstuvwxyz\n           ^^",
    },
    { name: "right", line: "abcdefghijklmnopqrstuvwxyz", range: [0, 2], shown: "abcdefghijkl…\n^^" },
    { name: "both", line: "abcdefghijklmnopqrstuvwxyz", range: [12, 14], shown: "…jklmnopqrstu…\n    ^^" },
    {
      name: "a long range",
      line: "abcdefghijklmnopqrstuvwxyz",
      range: [0, 26],
      shown: "abcdefghijkl…\n^^^^^^^^^^^^^",
    },
  ])("cuts a long line: $name", ({ line, range, shown }) => {
    const [start = 0, end = 0] = range;
    expect(drawn(line, { start, end }, 14)).toBe(shown);
  });

  it.each([10, 20, 79, 120])("never takes more than %i cells, wherever the range lies", (room) => {
    const line = "a漢\t🚢e\u0301\u0001".repeat(200);
    for (let start = 0; start < line.length; start += 7) {
      const shown = windowOf(line, { start, end: start + 5 }, room);
      expect(displayWidth(shown.text)).toBeLessThanOrEqual(room);
      expect(shown.caretStart + shown.caretWidth).toBeLessThanOrEqual(room + 1);
    }
  });

  it("looks at a part of a line of megabytes only", () => {
    const line = "漢".repeat(2_000_000);
    const started = performance.now();
    for (let count = 0; count < 50; count += 1) windowOf(line, { start: 1_000_000, end: 1_000_001 }, 100);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
