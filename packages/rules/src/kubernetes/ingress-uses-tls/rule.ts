import { defineRule, type CelRule } from "@plimsoll/core";
import { addTls } from "../../shared-network/ingress-tls.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/ingress-uses-tls",
  title: "Every Ingress serves TLS",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: ["polaris:tlsSettingsMissing", "kubescape:C-0263", "gatekeeper:httpsonly"],
  since: "0.1.0",
  kinds: ["networking.k8s.io/Ingress", "extensions/Ingress"],
  each: "resources",
  when: "object.?spec.?rules.orValue([]).size() > 0 || has(object.?spec.defaultBackend)",
  require:
    'object.?spec.?tls.orValue([]).size() > 0 || object.?metadata.?annotations[?"kubernetes.io/ingress.allow-http"].orValue("") == "false"',
  problem: "noTls",
  at: ["spec.tls", "spec:"],
  message: 'Ingress "{name}" has no TLS: what it serves crosses the network in the clear.',
  fix: addTls,
});
