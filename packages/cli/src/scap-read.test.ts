import { describe, expect, it } from "vitest";
import { workbench } from "./testing/command-line.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const OTHER = `sha256:${"b".repeat(64)}`;

function results(...values: readonly string[]): string {
  const rows = values.map(
    (value, index) =>
      `<rule-result idref="r${index}" severity="medium"><result>${value}</result></rule-result>`,
  );
  return `<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="t" end-time="2026-11-20T00:00:00Z"><target>app@${DIGEST}</target>${rows.join("")}</TestResult>`;
}

describe("plimsoll scap read", () => {
  it.each([
    [["pass"], [], 0, "Compliance: pass"],
    [["pass", "fail"], [], 1, "1 rule failed: 1 CAT II."],
    [["notapplicable"], [], 3, "compliance/nothing-evaluated"],
    [["pass", "fail"], ["--cat-cutoff", "I"], 0, "Compliance: pass"],
    [["pass"], ["--min-evaluated", "2"], 3, "compliance/too-few-evaluated"],
    [["pass", "error"], ["--min-coverage", "60"], 3, "compliance/low-coverage"],
    [["pass"], ["--image", DIGEST], 0, `image ${DIGEST}`],
    [["pass"], ["--image", `registry/app@${OTHER}`], 3, "compliance/wrong-digest"],
    [["pass"], ["--max-age", "3"], 3, "compliance/stale"],
  ] as const)("%j with %j", async (values, options, ...[code, words]) => {
    using bench = workbench({ "r.xml": results(...values) });
    const outcome = await bench.plimsoll("scap", "read", "r.xml", ...options);
    expect([outcome.code, outcome.stderr]).toEqual([code, ""]);
    expect(outcome.stdout).toContain(words);
  });

  it.each([
    ["json", '"verdict": "fail"'],
    ["markdown", "## Compliance: ❌ fail"],
    ["html", "<!doctype html>"],
    ["junit", "<testsuites"],
    ["sarif", '"version": "2.1.0"'],
    ["ckl", "<CHECKLIST>"],
    ["cklb", '"cklb_version"'],
  ])("writes %s", async (format, mark) => {
    using bench = workbench({ "r.xml": results("fail") });
    const outcome = await bench.plimsoll(
      "scap",
      "read",
      "r.xml",
      "--format",
      format,
      "--output",
      "out/report",
    );
    expect([outcome.code, outcome.stdout, outcome.stderr]).toEqual([1, "", ""]);
    expect(bench.read("out/report")).toContain(mark);
  });

  it.each([
    ["failed: {total: {max: 0}}\n", 1, "compliance/threshold"],
    ["failed: {total: {max: 1}}\n", 0, "Compliance: pass"],
    ["compliance: {min: 80}\n", 1, "compliance in percent is 50"],
  ])("keeps the thresholds %j", async (text, code, words) => {
    using bench = workbench({ "r.xml": results("pass", "fail"), "t.yml": text });
    const outcome = await bench.plimsoll(
      "scap",
      "read",
      "r.xml",
      "--cat-cutoff",
      "I",
      "--thresholds",
      "t.yml",
    );
    expect([outcome.code, outcome.stderr]).toEqual([code, ""]);
    expect(outcome.stdout).toContain(words);
  });

  it.each([
    [["r.xml"], "", "cli/not-read"],
    [["r.xml"], "hello", "scap/unknown-format"],
    [["r.xml"], results("pass").slice(0, 200), "scap/broken-xml"],
    [["r.xml", "--image", "latest"], results("pass"), "cli/bad-value"],
    [["r.xml", "--min-coverage", "200"], results("pass"), "cli/bad-value"],
    [["r.xml", "--cat-cutoff", "IV"], results("pass"), "cli/bad-value"],
    [["r.xml", "--thresholds", "r.xml"], results("pass"), "cli/bad-thresholds"],
    [["r.xml", "--format", "pdf"], results("pass"), "cli/unknown-format"],
    [[], results("pass"), "cli/missing-operand"],
  ])("refuses %j of %j", async (words, text, code) => {
    using bench = workbench(text === "" ? {} : { "r.xml": text });
    const outcome = await bench.plimsoll("scap", "read", ...words);
    expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
    expect(outcome.stderr).toContain(`(${code})`);
  });

  it.each([
    [["scap"], "plimsoll scap has: read."],
    [["scap", "reed"], "Did you mean plimsoll scap read?"],
  ])("%j names the commands of the group", async (words, hint) => {
    using bench = workbench();
    const outcome = await bench.plimsoll(...words);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(hint);
  });
});
