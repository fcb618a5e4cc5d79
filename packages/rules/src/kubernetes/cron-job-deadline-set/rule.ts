import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/cron-job-deadline-set",
  title: "A CronJob has a deadline for its start",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM018"],
  aliases: ["kube-score:cronjob-has-deadline", "kics:cronjob_deadline_not_configured"],
  since: "0.1.0",
  kinds: ["batch/CronJob"],
  each: "resources",
  require: "has(object.?spec.startingDeadlineSeconds)",
  problem: "missing",
  at: ["spec.startingDeadlineSeconds", "spec:"],
  message: 'CronJob "{name}" has no startingDeadlineSeconds: after a long outage it may never start again.',
  fix: {
    title: "Set a deadline of five minutes",
    safety: "review",
    set: [{ path: "spec.startingDeadlineSeconds", value: 300 }],
  },
});
