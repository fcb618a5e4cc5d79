import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shellOf } from "../shell/shell-of.ts";
import type { Span } from "../source/span.ts";
import { resolveWord } from "./environment.ts";
import { externalImages } from "./graph.ts";
import { mountsOf } from "./mounts.ts";
import type { Dockerfile, Instruction, Word } from "./nodes.ts";
import { parseDockerfile } from "./parse-dockerfile.ts";

const SEED_TEXTS = [
  '# syntax=docker/dockerfile:1\nARG V=1\nFROM --platform=$BUILDPLATFORM a:${V:-2} AS b\nRUN --mount=type=cache,target=/c \\\n  # c\n  apt-get update && apt-get install -y \'x\'="$V" $(y)\nCOPY --from=b ["a b", "c"]\n',
  '# escape=`\r\nFROM b\r\nENV A=1 `\r\n B="2 3"\r\nRUN <<EOF cat\r\nx $A\r\nEOF\r\nCMD ["sh", "-c", "a \\"b\\" | c"]\r\n',
  "FROM scratch\nLABEL a b c\nONBUILD COPY <<-'X' /y\n\tz\n\tX\nHEALTHCHECK --interval=5s CMD a || exit 1\nSHELL [\"bash\", \"-c\"]\nRUN sh -c 'a `b` && c' > /d\n",
];
const BITS = [
  ...Array.from("\\\n\r\"'$`{}[]()<>|&;=#:,/%*?- \t\v\0\uFEFF\u00a0é"),
  "\\\n",
  "\r\n",
  "<<EOF",
  "\nEOF\n",
  "${a:-",
  "$(",
  "# escape=`\n",
  "\nFROM x\n",
  "\nRUN ",
  "ONBUILD ",
  '["a"]',
  "--from=",
  "--mount=type=bind,",
  "sh -c '",
  "\uD83D",
];

const CORPORA = ["buildkit-parser", "buildkit-lint", "kics", "checkov"].map(
  (name) => new URL(`../../../../../shared/corpora/${name}/cases.jsonl`, import.meta.url),
);

function corpusTexts(): readonly string[] {
  const texts: string[] = [];
  for (const file of CORPORA.filter((url) => existsSync(url))) {
    for (const line of readFileSync(file, "utf8").split("\n")) {
      if (!line.includes("ockerfile")) continue;
      const item: { readonly text: string } = JSON.parse(line);
      if (/^\s*(?:FROM|ARG)\s/im.test(item.text)) texts.push(item.text.slice(0, 3000));
    }
  }
  return texts;
}

/** Numbers from a linear congruential generator, so that a failure can be repeated. */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 4_294_967_296) * limit);
  }
}

function mutate(text: string, random: Random): string {
  let result = text;
  for (let count = 1 + random.below(5); count > 0; count -= 1) {
    const at = random.below(result.length + 1);
    const kind = random.below(4);
    const from = random.below(result.length + 1);
    if (kind === 0) result = result.slice(0, at) + result.slice(at + random.below(12));
    else if (kind === 1) result = result.slice(0, at) + result.slice(from, from + 30) + result.slice(at);
    else result = result.slice(0, at) + (BITS[random.below(BITS.length)] ?? "") + result.slice(at);
  }
  return result;
}

/** What is wrong with the tree of a text; empty where nothing is. */
function faults(text: string): readonly string[] {
  const file = parseDockerfile(text);
  const found: string[] = [];
  const check = (name: string, span: Span): void => {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) {
      found.push(`${name} ${span.start}-${span.end}`);
    }
  };
  const word = (name: string, item: Word | undefined): void => {
    if (item === undefined) return;
    check(name, item);
    if (item.raw !== text.slice(item.start, item.end)) found.push(`${name} raw ${item.start}`);
  };
  let last = -1;
  for (const instruction of file.instructions) {
    if (instruction.start < last) found.push(`order ${instruction.start}`);
    last = instruction.end;
    for (const item of [instruction, instruction.trigger])
      if (item !== undefined) checkInstruction(item, check, word);
    checkUse(file, instruction, check);
  }
  for (const item of [...file.problems, ...file.comments, ...file.directives]) check("item", item);
  for (const stage of file.stages) check("stage", stage);
  for (const image of externalImages(file)) check("image", image);
  return found;
}

function checkInstruction(
  item: Instruction,
  check: (name: string, span: Span) => void,
  word: (name: string, item: Word | undefined) => void,
): void {
  for (const span of [item, item.keywordSpan, item.extent, ...item.emptyLines]) check("instruction", span);
  word("body", item.body);
  for (const argument of item.words) word("word", argument);
  for (const flag of item.flags) {
    check("flag", flag);
    word("flag value", flag.value);
  }
  for (const pair of item.pairs) {
    check("pair", pair);
    check("key", pair.keySpan);
    word("pair value", pair.value);
  }
  for (const heredoc of item.heredocs) {
    check("heredoc", heredoc);
    check("heredoc body", heredoc.body);
  }
}

function checkUse(
  file: Dockerfile,
  instruction: Instruction,
  check: (name: string, span: Span) => void,
): void {
  for (const mount of mountsOf(instruction)) for (const option of mount.options) check("mount", option);
  for (const argument of instruction.words) resolveWord(file, instruction, argument);
  const script = shellOf(instruction);
  if (script.kind === "unsupported-shell") {
    check("script", script.span);
    return;
  }
  for (const command of script.commands) {
    check("command", command);
    for (const argument of command.words) check("shell word", argument);
    for (const redirect of command.redirects) check("redirect", redirect);
  }
  for (const problem of script.problems) check("shell problem", problem);
}

describe("mutated Dockerfiles", () => {
  const texts = [...SEED_TEXTS, ...corpusTexts()];

  it.each([1, 2, 3, 4])(
    "keep spans in the text, raw equal to the slice and instructions in order (seed %i)",
    (seed) => {
      const random = new Random(seed);
      const failures: unknown[] = [];
      for (let count = 0; count < 600; count += 1) {
        const text = mutate(texts[random.below(texts.length)] ?? "", random);
        const found = faults(text);
        if (found.length > 0) failures.push([text, found]);
      }
      expect(failures).toEqual([]);
    },
  );
});
