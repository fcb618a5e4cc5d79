import { defineRule, type CelRule } from "@plimsoll/core";
import { NAMESPACED } from "../../shared-objects/kinds.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/namespace-stated",
  title: "Objects state their namespace",
  severity: "info",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM024"],
  aliases: ["trivy:KSV-0110", "checkov:CKV_K8S_21", "kube-linter:use-namespace"],
  since: "0.1.0",
  kinds: NAMESPACED,
  each: "resources",
  when: '!(kind == "ServiceAccount" && object.?metadata.?name.orValue("") == "default") && !(kind == "Service" && object.?metadata.?name.orValue("") == "kubernetes")',
  require: 'object.?metadata.?namespace.orValue("") != ""',
  problem: "missing",
  at: ["metadata.namespace"],
  message: '{kind} "{name}" states no namespace: without one at deployment it lands in default.',
});
