import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { copyStep } from "../../shared-copies/sources.ts";
import { cleanPath } from "../../shared-paths/system-folders.ts";

interface Data {
  readonly from: string;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/no-whole-filesystem-copied",
  title: "No stage's whole file system is copied",
  severity: "warning",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF020"],
  aliases: ["hadolint:DL3067"],
  since: "0.1.0",
  *check(file) {
    for (const written of file.instructions) {
      const instruction = written.trigger ?? written;
      if (instruction.keyword !== "COPY") continue;
      const from = instruction.flags.find(({ name }) => name === "from")?.value;
      if (from === undefined) continue;
      for (const { kind, text, word } of copyStep(file, instruction).sources) {
        if (kind !== "path" || cleanPath(text.endsWith("/*") ? text.slice(0, -1) : text) !== "/") continue;
        yield {
          problem: "wholeFilesystem",
          at: word,
          subject: instruction.body.text,
          data: { from: from.text },
        };
      }
    }
  },
  message: ({ data: { from } }) =>
    `Everything of "${from}" is copied, with its tools, caches and secrets: name what is needed.`,
});
