import { defineRule, type CelRule } from "@plimsoll/core";
import { BINDING_KINDS } from "../../shared-rbac/grants.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/masters-group-not-bound",
  title: "Nothing is bound to the group system:masters",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["trivy:KSV-0123", "kubescape:C-0246"],
  since: "0.1.0",
  kinds: BINDING_KINDS,
  each: "resources.subjects",
  when: 'object.?metadata.?name.orValue("") != "cluster-admin"',
  require: 'item.?name.orValue("") != "system:masters"',
  problem: "masters",
  at: ["name"],
  message:
    '{kind} "{name}" names the group system:masters, whose members pass every check and cannot be revoked.',
  fix: { title: "Remove this subject", safety: "review", remove: [""] },
});
