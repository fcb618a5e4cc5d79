import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { overridden, removal, type Overridden } from "../../shared-stages/repeated.ts";

export const rule: DockerfileRule<Overridden> = defineRule({
  id: "dockerfile/one-healthcheck",
  title: "A stage has at most one HEALTHCHECK",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF016"],
  aliases: ["hadolint:DL3012", "trivy:DS-0023", "buildkit:MultipleInstructionsDisallowed"],
  since: "0.1.0",
  *check(file) {
    for (const found of overridden(file, "HEALTHCHECK")) {
      const related = [{ at: found.last.keywordSpan, message: "This one counts." }];
      const { keywordSpan: at, body } = found.instruction;
      yield { problem: "overridden", at, subject: body.text, related, data: found };
    }
  },
  message: () => "HEALTHCHECK has no effect, since a later one of this stage replaces it.",
  fix({ data: { instruction } }, file) {
    const edit = removal(file, instruction);
    return edit === undefined ? [] : [{ title: "Remove this HEALTHCHECK", safety: "safe", edits: [edit] }];
  },
});
