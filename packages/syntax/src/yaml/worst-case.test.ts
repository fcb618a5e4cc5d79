import { describe, expect, it } from "vitest";
import { cpuMilliseconds } from "../../fixtures/cpu-time.ts";
import { Random } from "../../fixtures/random.ts";
import { removeAt, setValue } from "./edit.ts";
import { parseJson } from "./json.ts";
import type { YamlStream } from "./nodes.ts";
import { parseYaml } from "./parse.ts";
import { toValue } from "./value.ts";
import { nodeAtOffset, walkYaml } from "./walk.ts";

const SIZE = 2_000_000;

/** Milliseconds of CPU time; the promise is a second on a quiet machine, the rest is for one whose caches are shared. */
const BUDGET = 3000;

function many(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("");
}

function fill(line: string): string {
  return line.repeat(Math.floor(SIZE / line.length));
}

function noise(alphabet: string): string {
  const random = new Random(12);
  return many(SIZE, () => alphabet.charAt(random.below(alphabet.length)));
}

const BYTES = String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code));

const CASES: readonly (readonly [string, () => string])[] = [
  ["40,000 keys in one map", () => many(40_000, (index) => `key${index}: value\n`)],
  ["40,000 keys in one flow map", () => `{${many(40_000, (index) => `"k${index}": 1, `)}}`],
  ["the same key 400,000 times", () => fill("k: v\n")],
  ["4,000 aliases", () => `a: &a x\nb:\n${"- *a\n".repeat(4000)}`],
  ["100,000 anchors", () => many(100_000, (index) => `- &a${index} x\n`)],
  [
    "80,000 aliases in a chain",
    () => `- &a0 [x]\n${many(80_000, (index) => `- &a${index + 1} [*a${index}]\n`)}`,
  ],
  [
    "40,000 merges in a chain",
    () =>
      `a0: &a0 {k: 1}\n${many(40_000, (index) => `a${index + 1}: &a${index + 1} {<<: *a${index}, k${index}: 1}\n`)}`,
  ],
  [
    "merges inside merges",
    () => `${"{<<: ".repeat(190)}{${many(60_000, (index) => `a${index}: 1, `)}}${"}".repeat(190)}`,
  ],
  [
    "billion laughs",
    () =>
      `a0: &a0 [lol]\n${many(60, (index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]\n`)}`,
  ],
  ["10,000 brackets", () => "[".repeat(10_000) + "]".repeat(10_000)],
  ["10,000 flow maps", () => "{a: ".repeat(10_000)],
  ["2,000 block levels", () => many(2000, (index) => `${" ".repeat(index)}a:\n`)],
  ["10,000 dashes on a line", () => "- ".repeat(10_000)],
  ["10,000 question marks", () => "? ".repeat(10_000)],
  ["10,000 keys on a line", () => "a: ".repeat(10_000)],
  ["any bytes", () => noise(BYTES)],
  ["YAML's own characters", () => noise(" \n-:?[]{},#&*!|>'\"%@`ab\t\r")],
  ["indented noise", () => noise("  \n\n-:#&*!|>'\"ab")],
  ["a line of 20,000 characters", () => `a: ${"x".repeat(20_000)}`],
  ["a line of 2 MB", () => `a: ${fill("x y ")}`],
  ["a quoted line of 2 MB", () => `a: "${fill("x\\n")}"`],
  ["a JSON line of 2 MB", () => `[${fill('{"a":1,"b":[true,null]},')}{}]`],
  ["a quote that is never closed", () => `"${fill("abc def\n")}`],
  ["a quote never closed on each line", () => fill('a: "\n')],
  ["a bracket never closed on each line", () => fill("a: [\n")],
  ["backslashes", () => `"${fill("\\")}`],
  ["100,000 items", () => "- \n".repeat(100_000)],
  ["100,000 documents", () => "---\n".repeat(100_000)],
  ["330,000 documents on their marks", () => fill("--- a\n")],
  ["document ends", () => fill("...\n")],
  ["line feeds", () => fill("\n")],
  ["carriage returns", () => fill("\r")],
  ["spaces", () => fill(" ")],
  ["tabs", () => fill("\t")],
  ["byte order marks", () => fill("\ufeff")],
  ["comments", () => fill("# x\n")],
  ["hashes on a line", () => fill("a #")],
  ["lines of a plain scalar", () => `a:\n${fill("  word word\n")}`],
  ["empty lines in a scalar", () => `a: b\n${fill("\n")} c`],
  ["lines of a literal", () => `a: |\n${fill("  word word\n")}`],
  ["lines of a folded scalar", () => `a: >\n${fill("  word\n\n   word\n")}`],
  ["lines indented wrongly", () => `a:\n${fill("   x: 1\n  y: 2\n")}`],
  ["explicit keys", () => fill("? a\n: b\n")],
  ["anchors on a line", () => fill("&a ")],
  ["tags on lines", () => fill("!a\n")],
  ["a tag of 2 MB", () => `!${fill("a")}`],
  ["a key of 2 MB", () => `"${fill("a")}": x`],
  ["directives", () => fill("%a\n")],
  ["commas", () => `[${fill(",")}`],
  ["brackets that close nothing", () => "[".repeat(150) + fill("}")],
  ["a number of 2 MB", () => `a: ${fill("9")}`],
  ["keys without colons", () => `x: 1\n${fill("a\n")}`],
];

function useAll(stream: YamlStream): void {
  for (const { document } of stream.documents) {
    const { root, text } = document;
    if (root === undefined) continue;
    walkYaml(root, () => undefined);
    const last =
      root.kind === "map" ? root.entries.at(-1)?.value : root.kind === "sequence" ? root.items.at(-1) : root;
    toValue(last ?? root, "kubernetes");
    toValue(root);
    nodeAtOffset(document, text.length >> 1);
  }
}

describe("worst cases of up to 2 MB are read in bounded time", () => {
  it.each(CASES)("%s", { timeout: 60_000 }, (_name, make) => {
    const text = make();
    let stream: YamlStream | undefined;
    expect(cpuMilliseconds(() => (stream = parseYaml(text)))).toBeLessThan(BUDGET);
    const read = stream;
    if (read === undefined) throw new Error("nothing was read");
    expect(cpuMilliseconds(() => useAll(read))).toBeLessThan(BUDGET);
    expect(read.documents.map(({ document }) => document.text).join("") === text).toBe(true);
    expect(read.documents.every(({ document }) => document.problems.length <= 50)).toBe(true);
    const problems = read.documents.flatMap(({ document }) => document.problems);
    expect(problems.filter(({ message }) => message.length > 300)).toEqual([]);
  });

  it("and as JSON", { timeout: 60_000 }, () => {
    for (const text of [
      `[${fill('{"a":1,"b":[true,null]},')}{}]`,
      fill("[ #,\n],"),
      fill('{"a":'),
      fill('"\\x'),
    ]) {
      expect(cpuMilliseconds(() => parseJson(text))).toBeLessThan(BUDGET);
    }
  });

  it("and edited", { timeout: 60_000 }, () => {
    const { document } =
      parseYaml(many(40_000, (index) => `key${index}:\n  - value # c\n`)).documents[0] ?? {};
    const root = document?.root;
    if (document === undefined || root === undefined) throw new Error("nothing was read");
    const milliseconds = cpuMilliseconds(() => {
      for (let index = 0; index < 1000; index += 1) {
        setValue(document, root, [`key${index * 3}`, 0], index);
        removeAt(document, root, [`key${index * 3}`, 0]);
      }
    });
    expect(milliseconds).toBeLessThan(BUDGET);
  });
});
