import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { resolveWord } from "@plimsoll/syntax";
import { isSystemFolder } from "../../shared-paths/system-folders.ts";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-volume-over-system-folder",
  title: "No volume covers a folder of the system",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF024"],
  aliases: ["dockle:DKL-DI-0002"],
  since: "0.1.0",
  *check(file) {
    for (const instruction of file.instructions) {
      if (instruction.keyword !== "VOLUME") continue;
      for (const word of instruction.words) {
        const { text, unresolved } = resolveWord(file, instruction, word);
        if (unresolved.length === 0 && isSystemFolder(text))
          yield { problem: "systemFolder", at: word, data: text };
      }
    }
  },
  message: ({ data }) =>
    `Volume "${data}" covers a folder of the system, so its content outlives the image and can be changed.`,
});
