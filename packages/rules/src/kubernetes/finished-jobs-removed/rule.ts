import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/finished-jobs-removed",
  title: "Finished Jobs are removed",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM018"],
  aliases: ["kube-linter:job-ttl-seconds-after-finished"],
  since: "0.1.0",
  kinds: ["batch/Job"],
  each: "resources",
  require: "has(object.?spec.ttlSecondsAfterFinished)",
  problem: "kept",
  at: ["spec.ttlSecondsAfterFinished", "spec:"],
  message: 'Job "{name}" is kept for ever after it finished, with its pods.',
  fix: {
    title: "Remove the Job a day after it finished",
    safety: "review",
    set: [{ path: "spec.ttlSecondsAfterFinished", value: 86400 }],
  },
});
