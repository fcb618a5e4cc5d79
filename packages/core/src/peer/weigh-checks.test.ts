import { describe, expect, it } from "vitest";
import { sampleFinding } from "../../fixtures/sample-rule-set.ts";
import type { Severity } from "../finding/finding.ts";
import { weighChecks, type CheckSettings } from "./weigh-checks.ts";

describe("weighChecks", () => {
  it.each<[string, readonly string[], CheckSettings, Severity | "gone"]>([
    ["its one check is off", ["a:1"], { "a:1": "off" }, "gone"],
    ["another check is off", ["a:1"], { "a:2": "off" }, "error"],
    ["one of two checks of the tool is off", ["a:1", "a:2"], { "a:1": "off" }, "error"],
    ["both checks of the tool are off", ["a:1", "a:2"], { "a:1": "off", "a:2": "off" }, "gone"],
    ["the check of one of two tools is off", ["a:1", "b:1"], { "a:1": "off" }, "gone"],
    ["one tool is off, the other has a severity", ["a:1", "b:1"], { "a:1": "off", "b:1": "info" }, "info"],
    ["two severities", ["a:1", "b:1"], { "a:1": "info", "b:1": "warning" }, "warning"],
    ["one check is off, the other has a severity", ["a:1", "a:2"], { "a:1": "off", "a:2": "info" }, "info"],
    ["it stands for nothing", [], { "a:1": "off" }, "error"],
    ["an inherited name", ["a:toString"], { "a:1": "off" }, "error"],
    ["nothing is said", ["a:1"], {}, "error"],
  ])("%s", (_name, aliases, checks, expected) => {
    const finding = { ...sampleFinding({ offset: 0, file: "a.yaml" }), severity: "error" as const, aliases };
    expect(weighChecks([finding], { checks })[0]?.severity ?? "gone").toBe(expected);
  });

  it("gives the same list where nothing is configured", () => {
    const findings = [sampleFinding({ offset: 0, file: "a.yaml" })];
    expect(weighChecks(findings, {})).toBe(findings);
  });
});
