import { defineRule, type CelRule } from "@plimsoll/core";
import { BASELINE_CAPABILITIES, celList } from "../../shared-pods/capabilities.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-dangerous-capabilities",
  title: "Containers add no capability beyond the runtime's defaults",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM009"],
  aliases: [
    "psa:capabilities_baseline",
    "trivy:KSV-0005",
    "trivy:KSV-0022",
    "trivy:KSV-0119",
    "trivy:KSV-0120",
    "checkov:CKV_K8S_25",
    "checkov:CKV_K8S_39",
    "kubescape:C-0046",
    "polaris:dangerousCapabilities",
    "polaris:insecureCapabilities",
    "kics:containers_with_added_capabilities",
    "kics:containers_with_sys_admin_capabilities",
  ],
  since: "0.1.0",
  each: "containers.securityContext.capabilities.add",
  require: `item in ${celList(BASELINE_CAPABILITIES)}`,
  problem: "dangerous",
  at: [""],
  message: 'Container "{name}" adds the dangerous capability {value}.',
  fix: { title: "Remove the capability", safety: "review", remove: [""] },
});
