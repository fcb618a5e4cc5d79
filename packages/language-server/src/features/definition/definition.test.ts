import { describe, expect, it } from "vitest";
import { marked, shown } from "../testing/judged.ts";
import { definition } from "./definition.ts";

describe("definition", () => {
  it.each([
    ["a stage in FROM", "FROM a AS base\nFROM ba‸se\n", "0:10-0:14"],
    ["a stage in --from", "FROM a AS base\nFROM scratch\nCOPY --from=ba‸se a b\n", "0:10-0:14"],
    ["a stage by its number", "FROM a\nFROM scratch\nCOPY --from=‸0 a b\n", "0:0-0:4"],
    [
      "a stage in a mount",
      "FROM a AS base\nFROM b\nRUN --mount=type=bind,from=b‸ase,target=/x y\n",
      "0:10-0:14",
    ],
    ["a variable of FROM", "ARG V=1\nFROM a:$‸V\n", "0:4-0:5"],
    ["the nearest variable", "FROM a\nARG V=1\nENV V=2\nRUN echo ${V‸}\nENV V=3\n", "2:4-2:5"],
    ["a variable of the stage below", "FROM a AS b\nENV V=1\nFROM b\nRUN echo $V‸\n", "1:4-1:5"],
    ["an image", "FROM ngi‸nx\n", undefined],
    ["a variable that nobody sets", "FROM a\nRUN echo $V‸\n", undefined],
    ["a keyword", "FROM a AS b\nFR‸OM b\n", undefined],
    ["a number of no stage", "FROM a\nCOPY --from=‸9 a b\n", undefined],
    ["an empty file", "‸", undefined],
  ])("%s", (_name, text, expected) => {
    const { file, position } = marked("Dockerfile", text);
    const found = definition(file, position);
    expect(found === undefined ? undefined : shown(found.range)).toBe(expected);
    if (found !== undefined) expect(found.uri).toBe(file.uri);
  });

  it("says nothing of other files", () => {
    const { file, position } = marked("a.yaml", "a: ‸b\n");
    expect(definition(file, position)).toBeUndefined();
  });
});
