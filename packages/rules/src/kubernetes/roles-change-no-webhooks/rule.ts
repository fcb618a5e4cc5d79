import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-change-no-webhooks",
  title: "Roles change no admission webhooks",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["trivy:KSV-0114", "checkov:CKV_K8S_155", "kubescape:C-0281"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  ...grantCheck(
    {
      groups: ["admissionregistration.k8s.io"],
      resources: ["validatingwebhookconfigurations", "mutatingwebhookconfigurations"],
      verbs: ["create", "update", "patch"],
    },
    {
      problem: "changesWebhooks",
      message:
        '{kind} "{name}" may change admission webhooks: read every object on its way in, change it, or let it pass.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
