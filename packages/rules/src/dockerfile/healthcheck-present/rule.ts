import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { finalImage, lastOf, placeOfStage } from "../../shared-stages/final-image.ts";

export const rule: DockerfileRule = defineRule({
  id: "dockerfile/healthcheck-present",
  title: "The image says how its health is checked",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF016"],
  aliases: [
    "hadolint:DL3057",
    "trivy:DS-0026",
    "checkov:CKV_DOCKER_2",
    "kics:healthcheck_instruction_missing",
    "dockle:CIS-DI-0006",
  ],
  since: "0.1.0",
  *check(file) {
    const image = finalImage(file);
    if (image === undefined) return;
    const last = lastOf(file, "HEALTHCHECK");
    const word = last?.words[0];
    if (last === undefined) yield { problem: "missing", at: placeOfStage(image.stage), data: undefined };
    else if (word !== undefined && word.text.toUpperCase() === "NONE")
      yield { problem: "none", at: word, data: undefined };
  },
  message({ problem }) {
    const otherwise = "a liveness probe in the manifest does the same for Kubernetes";
    return problem === "none"
      ? `HEALTHCHECK is switched off; ${otherwise}.`
      : `Image has no HEALTHCHECK; ${otherwise}.`;
  },
});
