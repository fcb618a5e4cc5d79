import { defineRule, type CelRule } from "@plimsoll/core";
import { REPLICATED } from "../../shared-objects/kinds.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/rollout-strategy-safe",
  title: "An update keeps the service running",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM046"],
  aliases: ["kubescape:C-0305", "kube-linter:no-rolling-update-strategy", "kube-score:deployment-strategy"],
  narrows: true,
  since: "0.1.0",
  kinds: REPLICATED,
  options: {
    stated: {
      description: "Ask that Deployments state how they are updated, where Kubernetes' default would do.",
      schema: { type: "boolean" },
      default: false,
    },
  },
  each: "resources",
  // Two pods cannot hold a claim that one node or one pod may write to, so Recreate is meant there.
  when: 'kind == "Deployment" && !object.?spec.?template.?spec.?volumes.orValue([]).exists(v, has(v.persistentVolumeClaim))',
  require: 'object.?spec.?strategy.?type.orValue("RollingUpdate") == "RollingUpdate"',
  problem: "notRolling",
  at: ["spec.strategy.type"],
  message:
    'Deployment "{name}" is updated by {value}: all its pods stop before the new ones have shown that they work.',
  fix: {
    title: "Update by rolling",
    safety: "review",
    set: [{ path: "spec.strategy.type", value: "RollingUpdate" }],
  },
  also: [
    {
      each: "resources",
      when: 'params.stated && kind in ["Deployment", "DeploymentConfig"]',
      require: 'object.?spec.?strategy.?type.orValue("") != ""',
      problem: "notStated",
      standsFor: ["kube-linter:no-rolling-update-strategy"],
      at: ["spec.strategy.type"],
      message: '{kind} "{name}" does not state how it is updated.',
    },
    {
      each: "resources",
      when: 'kind == "DeploymentConfig"',
      require: 'object.?spec.?strategy.?type.orValue("Rolling") in ["Rolling", "RollingUpdate"]',
      problem: "notRolling",
      at: ["spec.strategy.type"],
      message:
        'DeploymentConfig "{name}" is updated by {value}: all its pods stop before the new ones have shown that they work.',
    },
    {
      each: "resources",
      when: 'kind == "StatefulSet"',
      require: 'object.?spec.?updateStrategy.?type.orValue("RollingUpdate") == "RollingUpdate"',
      problem: "notRolling",
      at: ["spec.updateStrategy.type"],
      message:
        'StatefulSet "{name}" is updated by {value}: an update reaches its pods only when somebody deletes them.',
    },
    {
      each: "resources",
      require: '!(string(object.?spec.?strategy.?rollingUpdate.?maxUnavailable.orValue("25%")) == "100%")',
      problem: "allUnavailable",
      at: ["spec.strategy.rollingUpdate.maxUnavailable"],
      message: '{kind} "{name}" lets all pods be unavailable during an update.',
      fix: {
        title: "Keep all pods available",
        safety: "review",
        set: [{ path: "spec.strategy.rollingUpdate.maxUnavailable", value: 0 }],
      },
    },
    {
      each: "resources",
      require: "object.?spec.?revisionHistoryLimit.orValue(10) > 0",
      problem: "noHistory",
      at: ["spec.revisionHistoryLimit"],
      message: '{kind} "{name}" keeps no earlier revision: a bad update cannot be rolled back.',
      fix: {
        title: "Keep ten revisions",
        safety: "review",
        set: [{ path: "spec.revisionHistoryLimit", value: 10 }],
      },
    },
  ],
});
