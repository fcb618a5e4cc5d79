import { defineRule, type CelRule } from "@plimsoll/core";
import { BINDING_KINDS } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/default-service-account-not-bound",
  title: "No right is bound to a default service account",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["checkov:CKV_K8S_42", "kics:role_binding_to_default_service_account"],
  since: "0.1.0",
  kinds: BINDING_KINDS,
  each: "resources.subjects",
  require: '!(item.?kind.orValue("") == "ServiceAccount" && item.?name.orValue("") == "default")',
  problem: "defaultAccount",
  at: ["name"],
  message:
    '{kind} "{name}" gives its role to the default service account, and so to every pod that names no other.',
  fix: { title: "Remove this subject", safety: "review", remove: [""] },
  also: [
    {
      each: "resources.subjects",
      require:
        '!(item.?kind.orValue("") == "Group" && item.?name.orValue("").startsWith("system:serviceaccounts"))',
      problem: "everyAccount",
      at: ["name"],
      message: '{kind} "{name}" gives its role to every service account in reach.',
      fix: { title: "Remove this subject", safety: "review", remove: [""] },
    },
  ],
});
