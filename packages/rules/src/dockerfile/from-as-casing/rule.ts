import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/from-as-casing",
  title: "AS is written in the case of its FROM",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["buildkit:FromAsCasing"],
  since: "0.1.0",
  *check(file) {
    for (const { from, nameSpan } of file.stages) {
      const as = nameSpan === undefined ? undefined : from.words[1];
      if (as === undefined) continue;
      const { start, end } = from.keywordSpan;
      const keyword = file.text.slice(start, end);
      const wanted = keyword === keyword.toLowerCase() ? "as" : "AS";
      if (as.text === wanted) continue;
      yield { problem: "otherCase", at: as, subject: from.body.text, data: wanted };
    }
  },
  message: ({ data }) => `Keyword "${data}" is written in another case than its FROM.`,
  fix: ({ at, data }) => [{ title: `Write ${data}`, safety: "safe", edits: [replaceSpan(at, data)] }],
});
