import { defineRule, type CelRule } from "@plimsoll/core";
import { WORKLOADS_AND_NETWORK } from "../../shared-objects/kinds.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/namespace-not-reserved",
  title: "Applications stay out of the namespaces of Kubernetes",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM024"],
  aliases: ["trivy:KSV-0037", "kubescape:C-0209"],
  since: "0.1.0",
  kinds: WORKLOADS_AND_NETWORK,
  each: "resources",
  require: '!(object.?metadata.?namespace.orValue("") in ["kube-system", "kube-public", "kube-node-lease"])',
  problem: "reserved",
  at: ["metadata.namespace"],
  message: '{kind} "{name}" is in {value}, which belongs to Kubernetes.',
});
