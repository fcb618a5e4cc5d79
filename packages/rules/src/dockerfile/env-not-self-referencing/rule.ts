import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { insertAfter, type Instruction, type Pair } from "@plimsoll/syntax";
import { removeWord } from "../../shared-commands/flags.ts";
import { variableReferences } from "../../shared-variables/references.ts";

interface Data {
  readonly instruction: Instruction;
  readonly pair: Pair;
  readonly name: string;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/env-not-self-referencing",
  title: "ENV uses no variable that it sets itself",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["hadolint:DL3044"],
  since: "0.1.0",
  *check(file) {
    for (const written of file.instructions) {
      const instruction = written.trigger ?? written;
      if (instruction.keyword !== "ENV" || instruction.pairs.length < 2) continue;
      const keys = new Map(instruction.pairs.map(({ key }, index) => [key, index]));
      for (const [index, pair] of instruction.pairs.entries()) {
        const used = pair.value === undefined ? [] : variableReferences(pair.value, file.escape);
        const found = used.find(({ name }) => keys.has(name) && keys.get(name) !== index);
        if (found === undefined) continue;
        yield {
          problem: "selfReference",
          at: found.at,
          subject: instruction.body.text,
          data: { instruction, pair, name: found.name },
        };
      }
    }
  },
  message: ({ data: { name, pair } }) =>
    `Variable "${name}" is set by the same ENV, so "${pair.key}" gets the value from before it.`,
  fix({ data: { instruction, pair, name } }, file) {
    const { pairs } = instruction;
    const index = pairs.indexOf(pair);
    const before = pairs[index - 1];
    // Only a variable that stands before it is meant with its new value.
    const isEarlier = pairs.findIndex(({ key }) => key === name) < index;
    if (before === undefined || !isEarlier || file.instructions[instruction.index] !== instruction) return [];
    const text = file.text.slice(pair.start, pair.end);
    if (/[\r\n]/.test(text)) return [];
    const edits = [removeWord(file, before, pair), ...insertAfter(file, instruction, `ENV ${text}`)];
    return [{ title: `Set ${pair.key} in an ENV of its own`, safety: "review", edits }];
  },
});
