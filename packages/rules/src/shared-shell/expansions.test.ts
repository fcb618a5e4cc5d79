import { describe, expect, it } from "vitest";
import { expansionsOf } from "./expansions.ts";

describe("expansionsOf", () => {
  it.each([
    ["$a/${b}", ["variable a 0 $a", "variable b 3 ${b}"]],
    ['"$a"$b', ["variable a 1 $a quoted", "variable b 4 $b"]],
    ["'$a'\\$b$'x'", []],
    ["x$(a \"$(b)\" ')')y`c \\` d`", ["command  1 $(a \"$(b)\" ')')", "command  17 `c \\` d`"]],
    ["$((a + 1))", []],
    ["${a:-${b}}$?", ["variable a 0 ${a:-${b}}", "variable ? 10 $?"]],
    ["${#a}${!b}", ["variable #a 0 ${#a}", "variable !b 5 ${!b}"]],
    ["$(open", ["command  0 $(open"]],
    ["100$", []],
  ])("finds those of %s", (raw, expected) => {
    const found = expansionsOf(raw).map(
      ({ kind, name, offset, text, quoted }) => `${kind} ${name} ${offset} ${text}${quoted ? " quoted" : ""}`,
    );
    expect(found).toEqual(expected);
  });
});
