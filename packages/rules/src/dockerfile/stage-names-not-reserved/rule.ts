import { defineRule, type DockerfileRule } from "@plimsoll/core";

const RESERVED = new Set(["scratch", "context"]);

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/stage-names-not-reserved",
  title: "No stage has a name that the builder keeps for itself",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["hadolint:DL3063", "buildkit:ReservedStageName"],
  since: "0.1.0",
  *check(file) {
    for (const { name, nameSpan } of file.stages) {
      if (name === undefined || nameSpan === undefined || !RESERVED.has(name)) continue;
      yield { problem: "reserved", at: nameSpan, subject: name, data: name };
    }
  },
  message: ({ data }) => `Stage name "${data}" means something else to the builder.`,
});
