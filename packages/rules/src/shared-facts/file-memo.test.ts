import { parseDockerfile } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { fileMemo } from "./file-memo.ts";

describe("fileMemo", () => {
  it("works a fact out once a file, and keeps facts apart", () => {
    let count = 0;
    const stages = fileMemo((file) => {
      count += 1;
      return file.stages.length;
    });
    const first = fileMemo(({ text }) => text.charAt(0));
    const [a, b] = [parseDockerfile("FROM a\nFROM b\n"), parseDockerfile("FROM a\n")];
    expect([stages(a), stages(b), stages(a), first(a), first(b)]).toEqual([2, 1, 2, "F", "F"]);
    expect(count).toBe(2);
  });

  it("keeps a fact that is undefined", () => {
    let count = 0;
    const nothing = fileMemo(() => {
      count += 1;
      return undefined;
    });
    const file = parseDockerfile("FROM a\n");
    expect([nothing(file), nothing(file)]).toEqual([undefined, undefined]);
    expect(count).toBe(1);
  });
});
