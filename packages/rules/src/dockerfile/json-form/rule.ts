import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, shellOf, type Instruction } from "@plimsoll/syntax";
import { imageStages } from "../../shared-stages/image-stages.ts";

interface Data {
  readonly instruction: Instruction;
}

function isShellForm({ keyword, form, body }: Instruction): boolean {
  return (keyword === "CMD" || keyword === "ENTRYPOINT") && form === "shell" && body.text !== "";
}

/** `[program, argument]`: somebody meant JSON. `[ -f x ] && y` is a test of the shell. */
function isMeantAsJson({ body: { text } }: Instruction): boolean {
  return text.startsWith("[") && text.endsWith("]") && /^\[\s*['"]|,/.test(text);
}

/** The strings that a malformed array seems to hold; undefined where that is not clear. */
function wordsOfArray(text: string): readonly string[] | undefined {
  const parts = text
    .slice(1, -1)
    .split(",")
    .map((part) => part.trim().replace(/^(['"])(.*)\1$/, "$2"));
  if (parts.at(-1) === "") parts.pop();
  return parts.length > 0 && parts.every((part) => /^[^'"\\\s]+$/.test(part)) ? parts : undefined;
}

/** The words of a shell form that needs no shell: one command of literal words. */
function wordsOfCommand(instruction: Instruction): readonly string[] | undefined {
  const script = shellOf(instruction);
  const [command, ...rest] = script.kind === "script" && script.problems.length === 0 ? script.commands : [];
  if (command?.name === undefined || rest.length > 0 || instruction.heredocs.length > 0) return undefined;
  const { redirects, assignments, negated, background, name, words } = command;
  if (redirects.length > 0 || assignments.length > 0 || negated || background) return undefined;
  const all = [name, ...words];
  const plain = all.every(({ literal, raw }) => literal !== undefined && !/^[~]|[*?[\]{}]/.test(raw));
  return plain ? all.map(({ value }) => value) : undefined;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/json-form",
  title: "CMD and ENTRYPOINT are JSON arrays",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: [
    "hadolint:DL3025",
    "buildkit:JSONArgsRecommended",
    "kics:not_using_json_in_cmd_and_entrypoint_arguments",
  ],
  since: "0.1.0",
  *check(file) {
    if (!file.instructions.some(isShellForm)) return;
    for (const { instructions, hasShell } of imageStages(file)) {
      for (const instruction of instructions) {
        const { keywordSpan, body } = instruction;
        if (!isShellForm(instruction)) continue;
        if (isMeantAsJson(instruction))
          yield { problem: "malformed", at: body, severity: "warning", data: { instruction } };
        else if (!hasShell && !/^exec\s/.test(body.text))
          yield { problem: "shellForm", at: keywordSpan, subject: body.text, data: { instruction } };
      }
    }
  },
  message({ problem, data: { instruction } }) {
    if (problem === "malformed")
      return `${instruction.keyword} is no JSON array as it is written, so a shell runs the brackets.`;
    return `${instruction.keyword} is run by a shell, which does not pass signals on: write a JSON array.`;
  },
  fix({ problem, data: { instruction } }) {
    const { body } = instruction;
    const words = problem === "malformed" ? wordsOfArray(body.text) : wordsOfCommand(instruction);
    if (words === undefined || body.raw !== body.text) return [];
    const array = `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
    return [{ title: "Write a JSON array", safety: "review", edits: [replaceSpan(body, array)] }];
  },
});
