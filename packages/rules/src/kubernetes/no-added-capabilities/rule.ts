import { defineRule, type CelRule } from "@plimsoll/core";
import { BASELINE_CAPABILITIES, celList } from "../../shared-pods/capabilities.ts";
import { HELD_TO_LINUX_RULES } from "../../shared-pods/conditions.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-added-capabilities",
  title: "Containers add no capability but NET_BIND_SERVICE",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM009"],
  aliases: [
    "psa:capabilities_restricted",
    "trivy:KSV-0022",
    "trivy:KSV-0106",
    "checkov:CKV_K8S_25",
    "kics:containers_with_added_capabilities",
  ],
  since: "0.1.0",
  options: {
    allowed: {
      description: "Capabilities that may be added.",
      schema: { type: "array", items: { type: "string", pattern: "^[A-Z_]+$" }, uniqueItems: true },
      default: ["NET_BIND_SERVICE"],
    },
  },
  each: "containers.securityContext.capabilities.add",
  when: `kubernetesMinor >= 22 && ${HELD_TO_LINUX_RULES} && item in ${celList(BASELINE_CAPABILITIES)}`,
  require: "item in params.allowed",
  problem: "added",
  at: [""],
  message: 'Container "{name}" adds the capability {value}.',
  fix: { title: "Remove the capability", safety: "review", remove: [""] },
});
