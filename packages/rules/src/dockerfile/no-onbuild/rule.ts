import { defineRule, type DockerfileRule } from "@plimsoll/core";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-onbuild",
  title: "No instruction waits for another build",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: [],
  since: "0.1.0",
  *check(file) {
    for (const { keyword, keywordSpan, trigger, body } of file.instructions) {
      if (keyword !== "ONBUILD") continue;
      yield { problem: "onbuild", at: keywordSpan, subject: body.text, data: trigger?.keyword ?? "command" };
    }
  },
  message: ({ data }) => `ONBUILD runs this ${data} in builds of other images, where nobody sees it.`,
});
