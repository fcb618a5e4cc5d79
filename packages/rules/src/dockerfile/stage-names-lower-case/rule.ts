import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/stage-names-lower-case",
  title: "Stage names are in lower case",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["buildkit:StageNameCasing"],
  since: "0.1.0",
  *check(file) {
    for (const { name, nameSpan } of file.stages) {
      if (name === undefined || nameSpan === undefined) continue;
      const written = file.text.slice(nameSpan.start, nameSpan.end);
      if (written !== name) yield { problem: "upperCase", at: nameSpan, subject: name, data: written };
    }
  },
  message: ({ data }) => `Stage name "${data}" has upper-case letters, which names of images cannot have.`,
  fix: ({ at, data }) => [
    { title: `Write ${data.toLowerCase()}`, safety: "safe", edits: [replaceSpan(at, data.toLowerCase())] },
  ],
});
