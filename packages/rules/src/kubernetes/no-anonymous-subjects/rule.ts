import { defineRule, type CelRule } from "@plimsoll/core";
import { BINDING_KINDS } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-anonymous-subjects",
  title: "No right is bound to anonymous or to all users",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: [
    "trivy:KSV-01011",
    "trivy:KSV-0122",
    "kubescape:C-0262",
    "kubescape:C-0265",
    "kubescape:C-0285",
    "gatekeeper:disallowanonymous",
  ],
  since: "0.1.0",
  kinds: BINDING_KINDS,
  options: {
    allowedRoles: {
      description: "Names of roles that everyone may have.",
      schema: { type: "array", items: { type: "string" } },
      default: ["system:basic-user", "system:discovery", "system:service-account-issuer-discovery"],
    },
  },
  each: "resources.subjects",
  when: 'object.?metadata.?name.orValue("") != "cluster-admin" && !(object.?roleRef.?name.orValue("") in params.allowedRoles)',
  require: '!(item.?name.orValue("") in ["system:anonymous", "system:unauthenticated"])',
  problem: "anonymous",
  at: ["name"],
  message: '{kind} "{name}" gives its role to {value}: to everyone who reaches the API server.',
  fix: { title: "Remove this subject", safety: "review", remove: [""] },
  also: [
    {
      each: "resources.subjects",
      when: '!object.?metadata.?name.orValue("").startsWith("system:") && !(object.?roleRef.?name.orValue("") in params.allowedRoles)',
      require: 'item.?name.orValue("") != "system:authenticated"',
      problem: "everyUser",
      at: ["name"],
      message: '{kind} "{name}" gives its role to every user and service account that the API server knows.',
      fix: { title: "Remove this subject", safety: "review", remove: [""] },
    },
  ],
});
