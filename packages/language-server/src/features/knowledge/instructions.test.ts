import { ruleSet } from "@plimsoll/rules";
import { DOCKERFILE_KEYWORDS, parseDockerfile } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { flagWords, instructionWords } from "./instructions.data.ts";

describe("instructionWords", () => {
  it("has every instruction and no other", () => {
    expect(Object.keys(instructionWords).sort()).toEqual([...DOCKERFILE_KEYWORDS].sort());
  });

  it.each(Object.entries(instructionWords))("%s names rules that exist", (name, { rules, form, snippet }) => {
    expect(rules.filter((id) => !ruleSet.rules.has(id))).toEqual([]);
    expect(form.startsWith(name)).toBe(true);
    expect(snippet.startsWith(`${name} `)).toBe(true);
  });
});

describe("flagWords", () => {
  const rows = Object.entries(flagWords).flatMap(([instruction, flags]) =>
    Object.entries(flags).map(([name, words]) => ({ instruction, name, words })),
  );

  it.each(rows)("$instruction --$name names rules that exist", ({ words }) => {
    expect(words.rules.filter((id) => !ruleSet.rules.has(id))).toEqual([]);
  });

  it.each(rows)("$instruction --$name is a flag that the builder knows", ({ instruction, name, words }) => {
    const flag = words.bare === true ? `--${name}` : `--${name}=${words.values?.[0] ?? "x"}`;
    const text =
      instruction === "FROM"
        ? `FROM ${flag} scratch\n`
        : `FROM scratch\n${instruction} ${flag} ${instruction === "HEALTHCHECK" ? "CMD a" : "a b"}\n`;
    const codes = parseDockerfile(text).problems.map(({ code }) => code);
    expect(codes).not.toContain("dockerfile/unknown-flag");
  });
});
