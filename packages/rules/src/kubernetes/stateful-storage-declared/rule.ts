import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/stateful-storage-declared",
  title: "Only declared StatefulSets keep data in the cluster",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-2-IMMUTABLE"],
  controls: ["nist-800-53r5:cp-9"],
  aliases: ["kics:statefulset_requests_storage"],
  since: "0.1.0",
  onlyIn: [],
  options: {
    statefulSets: {
      description: "Names of StatefulSets whose data is known and backed up.",
      schema: { type: "array", items: { type: "string" }, uniqueItems: true },
      default: [],
    },
  },
  kinds: ["apps/StatefulSet"],
  each: "resources.spec.volumeClaimTemplates",
  when: 'has(item.?spec.?resources.?requests.storage) && !(object.?metadata.?name.orValue("") in params.statefulSets)',
  require: "false",
  problem: "undeclared",
  at: ["spec.resources.requests.storage"],
  message: '{kind} "{name}" keeps {value} of data for each pod, and no configuration declares it.',
});
