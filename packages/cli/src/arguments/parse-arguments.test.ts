import { describe, expect, it } from "vitest";
import type { CommandSpec } from "./option.ts";
import { parseArguments } from "./parse-arguments.ts";

const COMMAND: CommandSpec = {
  name: "check",
  summary: "",
  operands: "[paths…]",
  options: [
    { name: "format", value: "FORMAT", help: "", repeatable: true },
    { name: "config", value: "FILE", help: "" },
    { name: "auditor", help: "" },
  ],
  maximumOperands: 3,
  examples: [],
};

const parse = (...words: string[]) => parseArguments(COMMAND, words);

describe("parseArguments", () => {
  it("reads options, switches and operands in any order", () => {
    const args = parse("a", "--format", "json", "--auditor", "--format=sarif", "b", "--config=x=y");
    expect(args.operands).toEqual(["a", "b"]);
    expect(args.valuesOf("format")).toEqual(["json", "sarif"]);
    expect(args.valueOf("config")).toBe("x=y");
    expect([args.has("auditor"), args.has("no-color")]).toEqual([true, false]);
    expect(args.given.map(({ name }) => name)).toEqual(["format", "auditor", "format", "config"]);
  });

  it("takes a lone dash and everything behind -- as operands", () => {
    expect(parse("-", "--", "--format", "-x").operands).toEqual(["-", "--format", "-x"]);
  });

  it("takes a value that starts with one dash, and an empty one", () => {
    expect(parse("--config", "-").valueOf("config")).toBe("-");
    expect(parse("--config=").valueOf("config")).toBe("");
  });

  it.each<[readonly string[], string, string]>([
    [["--formt", "json"], "cli/unknown-option", "Did you mean --format?"],
    [["--zzzzzzzz"], "cli/unknown-option", "See plimsoll check --help."],
    [["-f"], "cli/unknown-option", "See plimsoll check --help."],
    [["--format"], "cli/missing-value", "Write --format FORMAT."],
    [["--config", "--auditor"], "cli/missing-value", "Write --config FILE."],
    [["--auditor=yes"], "cli/unexpected-value", "Write --auditor alone."],
    [["--config", "a", "--config", "b"], "cli/repeated-option", "Give it once."],
    [["a", "b", "c", "d"], "cli/too-many-operands", "Usage: plimsoll check [paths…]."],
  ])("refuses %j", (words, code, nextStep) => {
    expect(() => parse(...words)).toThrow(expect.objectContaining({ code, nextStep }));
  });

  it("refuses too few operands", () => {
    expect(() => parseArguments({ ...COMMAND, minimumOperands: 1 }, [])).toThrow(
      expect.objectContaining({ code: "cli/missing-operand" }),
    );
  });
});
