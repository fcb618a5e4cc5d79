import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/ingress-class-declared",
  title: "An Ingress names its class",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: [],
  since: "0.1.0",
  kinds: ["networking.k8s.io/Ingress", "extensions/Ingress"],
  each: "resources",
  require:
    'object.?spec.?ingressClassName.orValue("") != "" || object.?metadata.?annotations[?"kubernetes.io/ingress.class"].orValue("") != ""',
  problem: "missing",
  at: ["spec.ingressClassName", "spec:"],
  message:
    'Ingress "{name}" names no class: whichever controller is the default takes it, or all of them do.',
});
