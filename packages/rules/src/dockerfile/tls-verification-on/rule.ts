import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { TLS_WEAKNESSES } from "../../shared-transport/tls.ts";
import { weaknessesOf, type Weakness } from "../../shared-transport/weaknesses.ts";

export const rule: DockerfileRule<Weakness> = defineRule({
  id: "dockerfile/tls-verification-on",
  title: "Certificates are verified",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF017"],
  aliases: [
    "checkov:CKV2_DOCKER_2",
    "checkov:CKV2_DOCKER_3",
    "checkov:CKV2_DOCKER_4",
    "checkov:CKV2_DOCKER_5",
    "checkov:CKV2_DOCKER_6",
    "checkov:CKV2_DOCKER_12",
    "checkov:CKV2_DOCKER_13",
    "checkov:CKV2_DOCKER_14",
    "checkov:CKV2_DOCKER_15",
    "checkov:CKV2_DOCKER_16",
  ],
  since: "0.1.0",
  *check(file) {
    for (const weakness of weaknessesOf(file, TLS_WEAKNESSES)) {
      yield { problem: "notVerified", at: weakness.at, data: weakness };
    }
  },
  message: ({ data }) =>
    `"${data.text}" turns the check of certificates off, so anybody on the way can answer instead.`,
  fix: ({ data }) =>
    data.edits.length === 0
      ? []
      : [
          {
            title: "Verify the certificate (the server's authority must be known to the image)",
            safety: "review",
            edits: data.edits,
          },
        ],
});
