import { defineRule, type CelRule } from "@plimsoll/core";
import { renameInPart } from "../../shared-objects/rename.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/service-account-field-current",
  title: "Pods name their service account in serviceAccountName",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM023"],
  aliases: ["kube-linter:deprecated-service-account-field", "kubescape:C-0294"],
  since: "0.1.0",
  each: "pods",
  require: "!has(podSpec.serviceAccount)",
  problem: "oldField",
  at: ["serviceAccount:"],
  message: '{kind} "{name}" uses serviceAccount, an old name of serviceAccountName.',
  fix: (part) => renameInPart(part, "serviceAccount", "serviceAccountName"),
});
