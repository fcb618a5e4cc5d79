import { describe, expect, it } from "vitest";
import { holdsMarkCharacters, markTemplate, stripMarks } from "./marks.ts";

/** Marks as a reader sees them. */
function visible(text: string): string {
  return text.replaceAll(/ #\uE000(\d+)\uE001/gu, " <$1>");
}

describe("markTemplate", () => {
  it.each([
    ["a key", "a: 1", "a: 1 <5>"],
    ["a key whose value follows", "a:", "a: <5>"],
    ["a key made by an action", "{{ $key }}: {{ $value }}", "{{ $key }}: {{ $value }} <5>"],
    ["a list item", "- {{ .x }}", "- {{ .x }} <5>"],
    ["a value by an action, with CR LF", "a: {{ .x }}\r", "a: {{ .x }} <5>\r"],
    ["an action alone", "{{- if .x }}", "{{- if .x }}"],
    ["a comment", "# a: 1", "# a: 1"],
    ["an empty line", "", ""],
    ["a literal block", "a: |", "a: |"],
    ["a folded block with indicators", "a: >-2", "a: >-2"],
    ["text without a key", "plain", "plain"],
    ["an action over two lines", "a: {{ if\n  .x }}\nb: 1", "a: {{ if\n  .x }}\nb: 1 <7>"],
  ])("%s", (_name, text, expected) => {
    expect(visible(markTemplate(text, 5))).toBe(expected);
  });
});

describe("stripMarks", () => {
  it("takes off what markTemplate put on", () => {
    const text = "a: 1\nb:\n  - c\n{{ x }}\n";
    const stripped = stripMarks(markTemplate(text, 10));
    expect(stripped.text).toBe(text);
    expect([...stripped.marks]).toEqual([
      [1, 10],
      [2, 11],
      [3, 12],
    ]);
  });

  it("takes off a mark that got into a quoted value, and the first of two counts", () => {
    const stripped = stripMarks('a: "x #\uE0003\uE001 #\uE0004\uE001y"');
    expect(stripped.text).toBe('a: "xy"');
    expect([...stripped.marks]).toEqual([[1, 3]]);
  });

  it("leaves what is no mark", () => {
    for (const text of ["a #\uE000x\uE001", "a #\uE00012", "a # 12"])
      expect(stripMarks(text).text).toBe(text);
  });
});

it("knows texts that hold the characters already", () => {
  expect(holdsMarkCharacters("a: \uE000")).toBe(true);
  expect(holdsMarkCharacters("a: b")).toBe(false);
});
