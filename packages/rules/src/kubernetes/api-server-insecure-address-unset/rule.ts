import { defineRule, type ResourceRule } from "@plimsoll/core";
import { checkFlags, type FlagData } from "../../shared-control-plane/check-flags.ts";
import { never } from "../../shared-control-plane/flag-conditions.ts";

export const rule: ResourceRule<FlagData> = defineRule({
  id: "kubernetes/api-server-insecure-address-unset",
  title: "The API server listens nowhere without TLS",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242388", "nist-800-53r5:ac-3"],
  aliases: ["checkov:CKV_K8S_86", "kics:insecure_bind_address_set"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  ...checkFlags([
    {
      components: ["kube-apiserver"],
      flags: ["insecure-bind-address"],
      holds: never,
      does: "listens without TLS and without authorization",
      dropsFlag: true,
      onlyWritten: true,
    },
  ]),
});
