import { defineRule, type CelRule } from "@plimsoll/core";
import { CONTROLLERS_WITH_REPLICAS } from "../../shared-objects/kinds.ts";
import { spreadOverZones } from "../../shared-pods/topology-fix.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/topology-spread-set",
  title: "Pods are spread over zones by valid constraints",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM046"],
  aliases: ["kube-score:pod-topology-spread-constraints", "polaris:topologySpreadConstraint"],
  since: "0.1.0",
  each: "pods",
  when: `kind in ${JSON.stringify(CONTROLLERS_WITH_REPLICAS)} && object.?spec.?replicas.orValue(2) > 1`,
  require:
    "podSpec.?topologySpreadConstraints.orValue([]).size() > 0 || has(podSpec.?affinity.podAntiAffinity)",
  problem: "missing",
  at: ["topologySpreadConstraints", "podSpec:"],
  message: 'The pods of {kind} "{name}" may all land in one zone.',
  fix: spreadOverZones,
  also: [
    {
      each: "pods.topologySpreadConstraints",
      require:
        'item.?maxSkew.orValue(0) >= 1 && item.?minDomains.orValue(1) >= 1 && item.?topologyKey.orValue("") != "" && item.?whenUnsatisfiable.orValue("") in ["DoNotSchedule", "ScheduleAnyway"] && has(item.labelSelector)',
      problem: "invalid",
      at: ["maxSkew", ""],
      message:
        'A topology spread constraint of {kind} "{name}" is not valid: it needs maxSkew, topologyKey, whenUnsatisfiable and a labelSelector.',
    },
  ],
});
