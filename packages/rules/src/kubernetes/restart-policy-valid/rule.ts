import { defineRule, type CelRule } from "@plimsoll/core";
import { LONG_RUNNING } from "../../shared-objects/kinds.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/restart-policy-valid",
  title: "The restart policy fits the workload",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM047"],
  aliases: ["kube-linter:restart-policy", "kube-score:cronjob-restartpolicy"],
  since: "0.1.0",
  each: "pods",
  when: `kind in ${JSON.stringify(LONG_RUNNING)}`,
  require: 'podSpec.?restartPolicy.orValue("Always") == "Always"',
  problem: "notAlways",
  at: ["restartPolicy"],
  message: '{kind} "{name}" must have the restart policy Always; the API server refuses {value}.',
  fix: {
    title: "Set restartPolicy to Always",
    safety: "safe",
    set: [{ path: "restartPolicy", value: "Always" }],
  },
  also: [
    {
      each: "pods",
      when: 'kind in ["Job", "CronJob"]',
      require: 'podSpec.?restartPolicy.orValue("Always") in ["OnFailure", "Never"]',
      problem: "always",
      at: ["restartPolicy", "podSpec:"],
      message:
        '{kind} "{name}" needs the restart policy OnFailure or Never; the default, Always, is refused.',
      fix: {
        title: "Set restartPolicy to OnFailure",
        safety: "review",
        set: [{ path: "restartPolicy", value: "OnFailure" }],
      },
    },
  ],
});
