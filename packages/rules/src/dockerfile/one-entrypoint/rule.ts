import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { overridden, removal, type Overridden } from "../../shared-stages/repeated.ts";

export const rule: DockerfileRule<Overridden> = defineRule({
  id: "dockerfile/one-entrypoint",
  title: "A stage has at most one ENTRYPOINT",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: [
    "hadolint:DL4004",
    "trivy:DS-0007",
    "buildkit:MultipleInstructionsDisallowed",
    "kics:multiple_entrypoint_instructions_listed",
  ],
  since: "0.1.0",
  *check(file) {
    for (const found of overridden(file, "ENTRYPOINT")) {
      const related = [{ at: found.last.keywordSpan, message: "This one counts." }];
      const { keywordSpan: at, body } = found.instruction;
      yield { problem: "overridden", at, subject: body.text, related, data: found };
    }
  },
  message: () => "ENTRYPOINT has no effect, since a later one of this stage replaces it.",
  fix({ data: { instruction } }, file) {
    const edit = removal(file, instruction);
    return edit === undefined ? [] : [{ title: "Remove this ENTRYPOINT", safety: "safe", edits: [edit] }];
  },
});
