import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Instruction } from "./nodes.ts";
import { parseDockerfile } from "./parse-dockerfile.ts";
import { isDockerfileParseProblem } from "./problems.ts";

interface Case {
  readonly path: string;
  readonly text: string;
  readonly labels: readonly { readonly theme: string; readonly expected: "pass" | "fail" }[];
}

const FOLDER = new URL("../../../../../shared/corpora/buildkit-parser/", import.meta.url);
const FILE = new URL("cases.jsonl", FOLDER);
const present = existsSync(FILE);
const cases: readonly Case[] = present
  ? readFileSync(FILE, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line): Case => JSON.parse(line))
  : [];

const STRING_KEYWORDS = new Set(["RUN", "CMD", "ENTRYPOINT", "SHELL"]);

/** The tree in the notation of the `result` files: one parenthesised line an instruction. */
function dump(instruction: Instruction): string {
  const parts = [instruction.keyword.toLowerCase()];
  if (instruction.flags.length > 0) {
    parts.push(`[${instruction.flags.map((flag) => quote(flagText(flag))).join(" ")}]`);
  }
  if (instruction.trigger !== undefined) parts.push(dump(instruction.trigger));
  else parts.push(...argumentsOf(instruction));
  return `(${parts.join(" ")})`;
}

function flagText(flag: Instruction["flags"][number]): string {
  return flag.value === undefined ? `--${flag.name}` : `--${flag.name}=${flag.value.text}`;
}

function argumentsOf(instruction: Instruction): readonly string[] {
  const { keyword, words, form, body, pairs } = instruction;
  if (keyword === "ENV" || keyword === "LABEL") return pairs.flatMap(pairText);
  if (form === "json" || body.text === "") return words.map((word) => quote(word.text));
  if (STRING_KEYWORDS.has(keyword)) return [quote(body.text)];
  if (keyword === "HEALTHCHECK") {
    const type = words[0]?.text ?? "";
    const rest = body.text.slice(type.length).trimStart();
    return rest === "" ? [quote(type)] : [quote(type), quote(rest)];
  }
  return words.map((word) => quote(word.text));
}

function pairText(pair: Instruction["pairs"][number]): readonly string[] {
  return [quote(pair.key), quote(pair.value?.text ?? ""), quote(pair.legacy ? "" : "=")];
}

/** Go's %q for the characters that the files hold. */
function quote(text: string): string {
  let out = "";
  for (const character of text) out += escapeOf(character);
  return `"${out}"`;
}

const ESCAPES = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\b", "\\b"],
  ["\f", "\\f"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\0", "\\x00"],
]);

function escapeOf(character: string): string {
  return ESCAPES.get(character) ?? character;
}

describe.skipIf(!present)("corpus absent: buildkit-parser", () => {
  const labelled = cases.filter((item) => item.labels.length > 0);

  it("holds the cases that the test was written for", () => {
    expect(labelled.length).toBeGreaterThanOrEqual(37);
  });

  it.each(labelled.map((item) => [item.path, item] as const))("agrees on %s", (_path, item) => {
    const found = parseDockerfile(item.text).problems.filter(isDockerfileParseProblem);
    const expected = item.labels.some((label) => label.expected === "fail");
    expect({ refused: found.length > 0, found }).toMatchObject({ refused: expected });
  });

  const results = new Map(
    cases
      .filter((item) => item.path.endsWith("/result"))
      .map((item) => [item.path.replace(/\/result$/, "/Dockerfile"), item.text]),
  );

  it.each([...results].map(([path, result]) => [path, result] as const))(
    "reads %s like BuildKit",
    (path, result) => {
      const source = cases.find((item) => item.path === path);
      const { instructions } = parseDockerfile(source?.text ?? "");
      expect(instructions.map(dump).join("\n")).toBe(result.trimEnd());
    },
  );
});
