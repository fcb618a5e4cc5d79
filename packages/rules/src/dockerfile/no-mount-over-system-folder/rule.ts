import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { mountOption, mountsOf, resolveWord } from "@plimsoll/syntax";
import { isSystemFolder } from "../../shared-paths/system-folders.ts";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-mount-over-system-folder",
  title: "No mount of a build step covers a folder of the system",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF025"],
  aliases: ["trivy:DS-0030"],
  since: "0.1.0",
  *check(file) {
    for (const written of file.instructions) {
      const instruction = written.trigger ?? written;
      for (const mount of mountsOf(instruction)) {
        const target = mountOption(mount, "target");
        if (target?.value === undefined || target.valueSpan === undefined) continue;
        const { text, unresolved } = resolveWord(file, instruction, target.value);
        if (unresolved.length > 0 || !isSystemFolder(text)) continue;
        yield { problem: "systemFolder", at: target.valueSpan, data: text };
      }
    }
  },
  message: ({ data }) =>
    `Mount over "${data}" lets this step run with other files of the system than the image has.`,
});
