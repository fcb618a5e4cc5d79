import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { SIGNATURE_WEAKNESSES } from "../../shared-transport/signatures.ts";
import { weaknessesOf, type Weakness } from "../../shared-transport/weaknesses.ts";

export const rule: DockerfileRule<Weakness> = defineRule({
  id: "dockerfile/package-signatures-verified",
  title: "Signatures of packages are verified",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF018"],
  aliases: [
    "checkov:CKV2_DOCKER_7",
    "checkov:CKV2_DOCKER_8",
    "checkov:CKV2_DOCKER_9",
    "checkov:CKV2_DOCKER_10",
    "checkov:CKV2_DOCKER_11",
  ],
  since: "0.1.0",
  *check(file) {
    for (const weakness of weaknessesOf(file, SIGNATURE_WEAKNESSES)) {
      yield { problem: "notVerified", at: weakness.at, data: weakness };
    }
  },
  message: ({ data }) => `"${data.text}" lets packages in whose signature nobody checks.`,
  fix: ({ data }) =>
    data.edits.length === 0
      ? []
      : [
          {
            title: "Verify signatures (the key of the repository must be known to the image)",
            safety: "review",
            edits: data.edits,
          },
        ],
});
