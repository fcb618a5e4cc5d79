import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-empty-continuation",
  title: "No empty line stands inside an instruction",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["buildkit:NoEmptyContinuation"],
  since: "0.1.0",
  *check(file) {
    for (const { emptyLines, body, keyword } of file.instructions) {
      for (const [index, at] of emptyLines.entries()) {
        yield { problem: "emptyLine", at, subject: `${index} ${body.text}`, data: keyword };
      }
    }
  },
  message: ({ data }) =>
    `Empty line stands inside ${data}: the builder skips it now and will end the instruction there.`,
  fix({ at }, { text }) {
    let end = at.end;
    if (text.charAt(end) === "\r") end += 1;
    if (text.charAt(end) === "\n") end += 1;
    return end === at.end
      ? []
      : [{ title: "Remove the line", safety: "safe", edits: [replaceSpan({ start: at.start, end }, "")] }];
  },
});
