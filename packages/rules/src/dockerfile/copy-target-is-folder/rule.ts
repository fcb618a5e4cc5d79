import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { resolveWord, unquote, type Dockerfile, type Instruction, type Word } from "@plimsoll/syntax";

interface Data {
  readonly target: Word;
  readonly count: number;
}

/** The text of the destination where its end is known: `$DIR/` is a folder, whatever the variable holds. */
function endOfTarget(file: Dockerfile, instruction: Instruction, target: Word): string | undefined {
  const { text, unresolved, error } = resolveWord(file, instruction, target);
  if (error !== undefined) return undefined;
  if (unresolved.length === 0) return text;
  const written = unquote(target, file.escape);
  return /[}$][A-Za-z0-9_]*$/.test(written) ? undefined : written;
}

function isFolder(text: string): boolean {
  return /(?:^|[/\\])\.{0,2}$/.test(text);
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/copy-target-is-folder",
  title: "Several files are copied into a folder",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: [
    "hadolint:DL3021",
    "trivy:DS-0011",
    "kics:copy_with_more_than_two_arguments_not_ending_with_slash",
  ],
  since: "0.1.0",
  *check(file) {
    for (const written of file.instructions) {
      const instruction = written.trigger ?? written;
      if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") continue;
      const target = instruction.words.at(-1);
      const count = instruction.words.length - 1;
      if (target === undefined || count < 2) continue;
      const text = endOfTarget(file, instruction, target);
      if (text === undefined || isFolder(text)) continue;
      yield { problem: "noSlash", at: target, subject: instruction.body.text, data: { target, count } };
    }
  },
  message: ({ data: { target, count } }) =>
    `Target "${target.text}" of ${count} sources does not end with a slash, so the builder refuses it.`,
  fix({ data: { target } }) {
    const quoted = /["']$/.test(target.raw);
    const at = quoted ? target.end - 1 : target.end;
    return [{ title: "Add the slash", safety: "safe", edits: [{ start: at, end: at, newText: "/" }] }];
  },
});
