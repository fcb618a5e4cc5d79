import { defineRule, type CelRule } from "@plimsoll/core";
import { noGrant, OWN_ROLE, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/roles-approve-no-certificates",
  title: "Roles approve no certificate requests",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["checkov:CKV_K8S_156", "kubescape:C-0280"],
  since: "0.1.0",
  kinds: ROLE_KINDS,
  each: "resources.rules",
  when: `${OWN_ROLE} && !object.?rules.orValue([]).all(item, ${noGrant({ groups: ["certificates.k8s.io"], resources: ["signers"], verbs: ["approve"] })})`,
  require: noGrant({
    groups: ["certificates.k8s.io"],
    resources: ["certificatesigningrequests/approval", "*/approval"],
    verbs: ["update", "patch"],
  }),
  problem: "approvesCertificates",
  at: ["verbs:", "resources:"],
  message: '{kind} "{name}" may approve certificates, and so make itself any user of the cluster.',
  fix: { title: "Remove this rule of the role", safety: "review", remove: [""] },
  settle: unlessOnlySystemBinds,
});
