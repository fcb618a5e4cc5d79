import { defineRule, type CelRule } from "@plimsoll/core";
import { LONG_RUNNING, LONG_RUNNING_KINDS } from "../../shared-pods/long-running.ts";
import { anotherHas, ONE_PER_POD } from "../../shared-pods/one-per-pod.ts";
import { unlessNoServiceSelects } from "../../shared-pods/selecting-services.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/readiness-probe-present",
  title: "Containers behind a Service have a readiness probe",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM020"],
  aliases: [
    "checkov:CKV_K8S_9",
    "kube-linter:no-readiness-probe",
    "kube-score:pod-probes",
    "kubescape:C-0018",
    "polaris:readinessProbeMissing",
    "kics:readiness_probe_is_not_configured",
  ],
  since: "0.1.0",
  options: { onePerPod: ONE_PER_POD },
  kinds: LONG_RUNNING_KINDS,
  each: "containers",
  when: LONG_RUNNING,
  require: `has(container.readinessProbe) || ${anotherHas("readinessProbe")}`,
  problem: "missing",
  at: ["readinessProbe"],
  message: 'Container "{name}" has no readiness probe.',
  settle: unlessNoServiceSelects,
});
