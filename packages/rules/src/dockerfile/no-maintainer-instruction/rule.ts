import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, type Instruction } from "@plimsoll/syntax";

const LABEL = "org.opencontainers.image.authors";

export const rule: DockerfileRule<Instruction> = defineRule({
  id: "dockerfile/no-maintainer-instruction",
  title: "The authors are a label",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF023"],
  aliases: [
    "hadolint:DL4000",
    "trivy:DS-0022",
    "checkov:CKV_DOCKER_6",
    "buildkit:MaintainerDeprecated",
    "kics:maintainer_instruction_being_used",
  ],
  since: "0.1.0",
  *check(file) {
    for (const instruction of file.instructions) {
      if (instruction.keyword !== "MAINTAINER") continue;
      yield {
        problem: "maintainer",
        at: instruction.keywordSpan,
        subject: instruction.body.text,
        data: instruction,
      };
    }
  },
  message: () => `MAINTAINER is deprecated: write LABEL ${LABEL}=… instead.`,
  fix({ data: { keywordSpan, body } }) {
    const text = body.text.replace(/^(["'])(.*)\1$/, "$2");
    if (body.raw !== body.text || text === "" || /["'\\$`]/.test(text)) return [];
    const span = { start: keywordSpan.start, end: body.end };
    return [
      { title: "Make it a label", safety: "safe", edits: [replaceSpan(span, `LABEL ${LABEL}="${text}"`)] },
    ];
  },
});
