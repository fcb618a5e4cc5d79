import { describe, expect, it } from "vitest";
import { parseYaml } from "./parse.ts";
import { getNode, scalarText } from "./read.ts";

function read(text: string): { value: string | undefined; problems: readonly string[] } {
  const document = parseYaml(text).documents[0]?.document;
  return {
    value: scalarText(getNode(document?.root, ["a"])),
    problems: (document?.problems ?? []).map(({ code }) => code),
  };
}

describe("lines of quoted scalars that stand too far left", () => {
  it.each([
    ["at the column of the key", "a: 'one\ntwo'\nb: 1\n", "one two"],
    [
      "with words that look like a key",
      "a: 'one. More info:\nsee: below'\nb: 1\n",
      "one. More info: see: below",
    ],
    ["in double quotes, with an escape", 'a: "one\ntwo \\"x\\""\nb: 1\n', 'one two "x"'],
    ["with a comment behind", "a: 'one\ntwo' # why\nb: 1\n", "one two"],
    ["with doubled quotes", "a: 'one\nit''s two'\n", "one it's two"],
  ])("belong to it %s", (_name, text, value) => {
    expect(read(text)).toEqual({ value, problems: [] });
  });

  it.each([
    ["where the next quote opens another", "a: 'one\nb: 'two'\n"],
    ["where there is no other quote", "a: 'one\nb: two\n"],
  ])("do not %s", (_name, text) => {
    expect(read(text).problems).toContain("yaml/unclosed-quote");
  });
});
