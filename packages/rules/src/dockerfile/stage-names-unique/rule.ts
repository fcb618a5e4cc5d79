import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Span } from "@plimsoll/syntax";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/stage-names-unique",
  title: "No two stages have the same name",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: [
    "hadolint:DL3024",
    "buildkit:DuplicateStageName",
    "trivy:DS-0012",
    "checkov:CKV_DOCKER_11",
    "kics:same_alias_in_different_froms",
  ],
  since: "0.1.0",
  *check(file) {
    const first = new Map<string, Span>();
    for (const { name, nameSpan } of file.stages) {
      if (name === undefined || nameSpan === undefined) continue;
      const before = first.get(name);
      if (before === undefined) first.set(name, nameSpan);
      else {
        const related = [{ at: before, message: "The name is given here first." }];
        yield { problem: "duplicate", at: nameSpan, subject: name, related, data: name };
      }
    }
  },
  message: ({ data }) =>
    `Stage name "${data}" is taken, so which stage it means depends on where it is used.`,
});
