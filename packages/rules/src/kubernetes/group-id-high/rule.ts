import { defineRule, type CelRule } from "@plimsoll/core";
import { highIdChecks, MINIMUM_ID } from "../../shared-pods/high-ids.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/group-id-high",
  title: "Containers run under a group number that no group of the node has",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM007"],
  aliases: ["trivy:KSV-0021", "kube-score:container-security-context-user-group-id"],
  since: "0.1.0",
  options: MINIMUM_ID,
  ...highIdChecks.group.pod,
  also: [highIdChecks.group.container, highIdChecks.group.missing],
});
