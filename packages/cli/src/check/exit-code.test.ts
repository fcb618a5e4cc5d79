import type { Assessment } from "@plimsoll/core";
import { describe, expect, it } from "vitest";
import { argumentsOf } from "../testing/command-line.ts";
import { exitCodeOf, failPolicy } from "./exit-code.ts";

const policy = (...words: string[]) => failPolicy(argumentsOf("check", words));

function assessment(errors: number, warnings: number, infos: number, code = ""): Assessment {
  const summary = {
    files: 0,
    checkedFiles: 0,
    resources: 0,
    rules: 0,
    waived: 0,
    notChecked: 0,
    fixable: { safe: 0, review: 0 },
    profile: "",
    kubernetesVersion: "",
    errors,
    warnings,
    infos,
  };
  const notChecked = code === "" ? [] : [{ code, reason: "" }];
  return { findings: [], waived: [], notChecked, coverage: [], summary };
}

describe("exitCodeOf", () => {
  it.each<[string, readonly [number, number, number, string?], number]>([
    ["", [0, 0, 0], 0],
    ["", [0, 0, 5], 0],
    ["", [0, 1, 0], 1],
    ["", [1, 0, 0], 1],
    ["--fail-on info", [0, 0, 1], 1],
    ["--fail-on error", [0, 9, 9], 0],
    ["--fail-on error", [1, 0, 0], 1],
    ["--fail-on never", [9, 9, 9], 0],
    ["--max-warnings 2", [0, 2, 0], 0],
    ["--max-warnings 2", [0, 3, 0], 1],
    ["--max-warnings 2", [1, 0, 0], 1],
    ["", [0, 0, 0, "helm/not-rendered"], 0],
    ["", [0, 0, 0, "rule/crashed"], 2],
    ["--fail-on never", [0, 0, 0, "file/timed-out"], 2],
    ["", [5, 0, 0, "file/crashed"], 2],
  ])("with %j and %j it is %i", (words, [errors, warnings, infos, code], expected) => {
    expect(
      exitCodeOf(assessment(errors, warnings, infos, code), policy(...words.split(" ").filter(Boolean))),
    ).toBe(expected);
  });

  it.each([
    ["--fail-on", "fatal"],
    ["--max-warnings", "-1"],
    ["--max-warnings", "many"],
    ["--max-warnings", ""],
  ])("refuses %s %j", (option, value) => {
    expect(() => policy(`${option}=${value}`)).toThrow(expect.objectContaining({ code: "cli/bad-value" }));
  });
});
