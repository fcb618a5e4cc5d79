import { defineRule, type CelRule } from "@plimsoll/core";
import { highIdChecks, MINIMUM_ID } from "../../shared-pods/high-ids.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/user-id-high",
  title: "Containers run under a user number that no user of the node has",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM007"],
  aliases: [
    "trivy:KSV-0020",
    "checkov:CKV_K8S_40",
    "kube-score:container-security-context-user-group-id",
    "kics:containers_run_with_low_uid",
  ],
  since: "0.1.0",
  options: MINIMUM_ID,
  ...highIdChecks.user.pod,
  also: [highIdChecks.user.container, highIdChecks.user.missing],
});
