import { parseDockerfile } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { variableReferences } from "./references.ts";

describe("variableReferences", () => {
  it.each([
    ["$a/${b}", ["a 4-6", "b 7-10"]],
    ["\\$a$b", ["b 7-9"]],
    ["'$a'\"$b\"", ["b 9-11"]],
    ["\"'$a'\"", ["a 6-8"]],
    ["${a:-x}${b}", ["a 4-7 guarded", "b 11-14"]],
    ["$1 cost$", []],
    ["plain", []],
  ])("finds those of %s", (text, expected) => {
    const word = parseDockerfile(`ARG ${text}\n`).instructions[0]?.body;
    const found = word === undefined ? [] : variableReferences(word, "\\");
    expect(
      found.map(({ name, at, guarded }) => `${name} ${at.start}-${at.end}${guarded ? " guarded" : ""}`),
    ).toEqual(expected);
  });
});
