import { SourceText } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import {
  HOSTILE,
  assessmentOf,
  contextOf,
  findingOn,
  generatedAssessment,
  hostileAssessment,
} from "../testing/assessments.ts";
import { toPretty } from "./to-pretty.ts";
import type { NotChecked } from "@plimsoll/core";

/** Control characters, those of UTF-8 terminals included, other than the line feed. */
// eslint-disable-next-line no-control-regex -- finding them is the point
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u;

function frameOf(text: string, start: number, end: number): string {
  const range = new SourceText(text).rangeOf({ start, end });
  const finding = findingOn(text, { range, requirements: [], controls: [] });
  const shown = toPretty(assessmentOf({ findings: [finding] }), contextOf({ Dockerfile: text }));
  return shown
    .split("\n")
    .filter((line) => /^ {4}[> ] *\d* [│⋮]/u.test(line))
    .map((line) => line.slice(4))
    .join("\n");
}

describe("toPretty", () => {
  it("shows the line before, the line, and carets", () => {
    expect(frameOf("FROM a\nUSER root\n", 12, 16)).toBe("  1 │ FROM a\n> 2 │ USER root\n    │      ^^^^");
  });

  it("shows a range of three lines whole", () => {
    expect(frameOf("A b\n\n  C\nD\n", 2, 8)).toBe("> 1 │ A b\n    │   ^\n> 2 │\n> 3 │   C\n    │   ^");
  });

  it("leaves out the middle of a long range", () => {
    expect(frameOf("a\nb\nc\nd\ne\nf\n", 0, 11)).toBe(
      "> 1 │ a\n    │ ^\n> 2 │ b\n    │ ^\n    ⋮ 3 more lines\n> 6 │ f\n    │ ^",
    );
  });

  it("does not count the line after a range that ends with a line break", () => {
    expect(frameOf("a\nb\n", 0, 2)).toBe("> 1 │ a\n    │ ^");
  });

  it("aligns the numbers", () => {
    const text = "x\n".repeat(9) + "USER root\n";
    expect(frameOf(text, 18, 22)).toBe("   9 │ x\n> 10 │ USER root\n     │ ^^^^");
  });

  it.each([
    { name: "it cannot be read", files: {} },
    { name: "it became shorter", files: { Dockerfile: "" } },
  ])("says that the source cannot be shown: $name", ({ files }) => {
    const finding = findingOn("a\nb", { range: new SourceText("a\nb").rangeOf({ start: 2, end: 3 }) });
    expect(toPretty(assessmentOf({ findings: [finding] }), contextOf(files))).toContain(
      "the source cannot be shown",
    );
  });

  it.each([
    { name: "clean", parts: {}, words: "✔ No findings." },
    { name: "nothing was read", parts: { checkedFiles: 0 }, words: "No file was checked." },
    {
      name: "gaps",
      parts: { notChecked: [{ reason: "r", code: "a/b" }] },
      words: "No findings in what was checked; see what was not.",
    },
  ])("states the verdict: $name", ({ parts, words }) => {
    expect(toPretty(assessmentOf(parts), contextOf())).toContain(words);
  });

  it("groups what was not checked, and names a few of many", () => {
    const notChecked: readonly NotChecked[] = Array.from({ length: 400 }, (_, index) => ({
      file: `chart-${index}/Chart.yaml`,
      reason: "helm is not on PATH.",
      code: "helm/not-rendered",
    }));
    const lines = toPretty(assessmentOf({ notChecked }), contextOf()).split("\n");
    expect(lines).toContain("  helm/not-rendered: 400");
    expect(lines).toContain("    and 395 more");
    expect(lines.length).toBeLessThan(25);
  });

  it("writes no escape sequence without colour, and only its own with it", () => {
    const assessment = assessmentOf({ findings: [findingOn("FROM a")] });
    const context = contextOf({ Dockerfile: "FROM a" });
    const colored = toPretty(assessment, context, { color: true });
    // eslint-disable-next-line no-control-regex -- the sequences that it writes
    const bare = colored.replaceAll(/\u001b\[[\d;]+m/gu, "");
    expect(bare).toBe(toPretty(assessment, context));
    expect(bare).not.toMatch(CONTROL);
    expect(colored).not.toBe(bare);
  });

  it("links rule ids where asked", () => {
    const assessment = assessmentOf({ findings: [findingOn("FROM a")] });
    expect(toPretty(assessment, contextOf(), { hyperlinks: true })).toContain(
      "\u001b]8;;https://plimsoll.example/dockerfile/example\u001b\\dockerfile/example\u001b]8;;\u001b\\",
    );
  });

  it.each(HOSTILE)("sends no control character of the input to the terminal: %j", (text) => {
    const { assessment, context } = hostileAssessment(text);
    const shown = toPretty(assessment, context);
    expect(shown).not.toMatch(CONTROL);
    expect(shown.isWellFormed()).toBe(true);
    expect(shown.length).toBeLessThan(60_000);
  });

  it("draws 100 generated assessments", () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const { assessment, context } = generatedAssessment(seed);
      expect(toPretty(assessment, context, { width: 40 + seed })).not.toMatch(CONTROL);
    }
  });
});
