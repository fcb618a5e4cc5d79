import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { overridden, removal, type Overridden } from "../../shared-stages/repeated.ts";

export const rule: DockerfileRule<Overridden> = defineRule({
  id: "dockerfile/one-cmd",
  title: "A stage has at most one CMD",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: [
    "hadolint:DL4003",
    "trivy:DS-0016",
    "buildkit:MultipleInstructionsDisallowed",
    "kics:multiple_cmd_instructions_listed",
  ],
  since: "0.1.0",
  *check(file) {
    for (const found of overridden(file, "CMD")) {
      const related = [{ at: found.last.keywordSpan, message: "This one counts." }];
      const { keywordSpan: at, body } = found.instruction;
      yield { problem: "overridden", at, subject: body.text, related, data: found };
    }
  },
  message: () => "CMD has no effect, since a later one of this stage replaces it.",
  fix({ data: { instruction } }, file) {
    const edit = removal(file, instruction);
    return edit === undefined ? [] : [{ title: "Remove this CMD", safety: "safe", edits: [edit] }];
  },
});
