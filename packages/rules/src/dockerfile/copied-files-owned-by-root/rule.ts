import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Flag, Instruction } from "@plimsoll/syntax";
import { removeWord } from "../../shared-commands/flags.ts";
import { isRootName } from "../../shared-users/final-user.ts";

interface Data {
  readonly instruction: Instruction;
  readonly flag: Flag;
  readonly owner: string;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/copied-files-owned-by-root",
  title: "Copied files belong to root",
  severity: "info",
  confidence: "low",
  surface: "dockerfile",
  catalogue: ["DF024"],
  aliases: ["kics:chown_flag_exists"],
  since: "0.1.0",
  *check(file) {
    for (const written of file.instructions) {
      const instruction = written.trigger ?? written;
      if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") continue;
      const flag = instruction.flags.find(({ name }) => name === "chown");
      const owner = flag?.value?.text ?? "";
      if (flag === undefined || owner === "" || isRootName(owner.split(":", 1)[0] ?? "")) continue;
      yield {
        problem: "handedOver",
        at: flag,
        subject: instruction.body.text,
        data: { instruction, flag, owner },
      };
    }
  },
  message: ({ data: { owner } }) =>
    `Files are handed to "${owner}", so a program that runs as that user can change them.`,
  fix({ data: { instruction, flag } }, file) {
    const before = instruction.flags[instruction.flags.indexOf(flag) - 1] ?? instruction.keywordSpan;
    const title = "Leave the files to root (see that the program need not write to them)";
    return [{ title, safety: "review", edits: [removeWord(file, before, flag)] }];
  },
});
