import { defineRule, type CelRule } from "@plimsoll/core";
import { grantCheck, ROLE_KINDS, unlessOnlySystemBinds } from "../../shared-rbac/grants.ts";

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
  ...grantCheck(
    {
      groups: ["certificates.k8s.io"],
      resources: ["certificatesigningrequests/approval", "*/approval", "signers"],
      verbs: ["update", "patch", "approve"],
    },
    {
      problem: "approvesCertificates",
      message: '{kind} "{name}" may approve certificates, and so make itself any user of the cluster.',
    },
  ),
  settle: unlessOnlySystemBinds,
});
