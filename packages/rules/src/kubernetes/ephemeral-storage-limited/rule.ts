import { defineRule, type CelRule } from "@plimsoll/core";
import { NOT_EPHEMERAL } from "../../shared-pods/conditions.ts";
import { requestFromLimit } from "../../shared-pods/request-from-limit.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/ephemeral-storage-limited",
  title: "Containers request and limit the disk of the node",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM017", "KM018"],
  aliases: ["kube-score:container-ephemeral-storage-request-and-limit", "gatekeeper:ephemeralstoragelimit"],
  since: "0.1.0",
  each: "containers",
  when: NOT_EPHEMERAL,
  require:
    'has(container.resources) && has(container.resources.limits) && "ephemeral-storage" in container.resources.limits',
  problem: "limitMissing",
  at: ['resources.limits["ephemeral-storage"]', "resources.limits:", "resources:"],
  message: 'Container "{name}" may fill the disk of its node: it has no limit for ephemeral-storage.',
  fix: {
    title: "Limit ephemeral-storage",
    safety: "review",
    set: [{ path: 'resources.limits["ephemeral-storage"]', value: "1Gi" }],
  },
  also: [
    {
      each: "containers",
      when: NOT_EPHEMERAL,
      require:
        'has(container.resources) && ((has(container.resources.requests) && "ephemeral-storage" in container.resources.requests) || (has(container.resources.limits) && "ephemeral-storage" in container.resources.limits))',
      problem: "requestMissing",
      at: ['resources.requests["ephemeral-storage"]', "resources.requests:", "resources:"],
      message:
        'Container "{name}" requests no ephemeral-storage: the scheduler does not know what disk it needs.',
    },
    requestFromLimit("ephemeral-storage", "ephemeral-storage"),
  ],
});
