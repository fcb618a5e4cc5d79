import { describe, expect, it } from "vitest";
import { argumentsOf } from "../testing/command-line.ts";
import { reportOutputs } from "./report-outputs.ts";

const outputs = (...words: string[]) => reportOutputs(argumentsOf("check", words));

describe("reportOutputs", () => {
  it.each<[readonly string[], readonly [string, string | undefined][]]>([
    [[], [["pretty", undefined]]],
    [["--format", "json"], [["json", undefined]]],
    [["--format", "sarif", "--output", "a.sarif"], [["sarif", "a.sarif"]]],
    [["--output", "a.SARIF"], [["sarif", "a.SARIF"]]],
    [["--output", "a.out"], [["pretty", "a.out"]]],
    [
      ["--format", "sarif", "--output", "a", "--format", "markdown", "--output", "b", "--format", "pretty"],
      [
        ["sarif", "a"],
        ["markdown", "b"],
        ["pretty", undefined],
      ],
    ],
    [
      ["--format", "json", "--format", "junit", "--output", "b.xml"],
      [
        ["json", undefined],
        ["junit", "b.xml"],
      ],
    ],
  ])("%j gives %j", (words, expected) => {
    expect(outputs(...words).map(({ format, file }) => [format, file])).toEqual(expected);
  });

  it.each<[readonly string[], string]>([
    [["--format", "sarf"], "cli/unknown-format"],
    [["--format", "json", "--format", "sarif"], "cli/two-reports-on-stdout"],
  ])("refuses %j", (words, code) => {
    expect(() => outputs(...words)).toThrow(expect.objectContaining({ code }));
  });
});
