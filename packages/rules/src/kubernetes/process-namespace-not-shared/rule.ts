import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/process-namespace-not-shared",
  title: "Containers of a pod do not see each other's processes",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM037"],
  aliases: [],
  since: "0.1.0",
  each: "pods",
  require: "podSpec.?shareProcessNamespace.orValue(false) != true",
  problem: "shared",
  at: ["shareProcessNamespace"],
  message: 'The containers of {kind} "{name}" share their processes: shareProcessNamespace is true.',
  fix: {
    title: "Set shareProcessNamespace to false",
    safety: "review",
    set: [{ path: "shareProcessNamespace", value: false }],
  },
});
