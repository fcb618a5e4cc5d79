import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { resolveWord } from "@plimsoll/syntax";
import { isAbsolutePath } from "../../shared-paths/system-folders.ts";
import { workingFolder } from "../../shared-paths/working-folder.ts";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/copy-target-absolute",
  title: "Files are copied to a place that the file shows",
  severity: "info",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["hadolint:DL3045"],
  since: "0.1.0",
  *check(file) {
    for (const instruction of file.instructions) {
      if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") continue;
      const target = instruction.words.at(-1);
      if (target === undefined || instruction.words.length < 2) continue;
      const { text, unresolved, error } = resolveWord(file, instruction, target);
      if (error !== undefined || isAbsolutePath(text) || (unresolved.length > 0 && text.startsWith("$")))
        continue;
      if (workingFolder(file, instruction).kind !== "inherited") continue;
      yield { problem: "relative", at: target, subject: instruction.body.text, data: text };
    }
  },
  message: ({ data }) =>
    `Target "${data}" is relative and no WORKDIR stands above, so the base image decides where it lies.`,
});
