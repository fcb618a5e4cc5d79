import { defineRule, type CelRule } from "@plimsoll/core";
import { LONG_RUNNING, LONG_RUNNING_KINDS } from "../../shared-pods/long-running.ts";
import { anotherHas, ONE_PER_POD } from "../../shared-pods/one-per-pod.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/liveness-probe-present",
  title: "Long-running containers have a liveness probe",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM019"],
  aliases: [
    "checkov:CKV_K8S_8",
    "kube-linter:no-liveness-probe",
    "kube-score:pod-probes",
    "kubescape:C-0056",
    "polaris:livenessProbeMissing",
    "kics:liveness_probe_is_not_defined",
  ],
  since: "0.1.0",
  options: { onePerPod: ONE_PER_POD },
  kinds: [...LONG_RUNNING_KINDS, "serving.knative.dev/Service", "serving.knative.dev/Configuration"],
  each: "containers",
  when: LONG_RUNNING,
  require: `has(container.livenessProbe) || ${anotherHas("livenessProbe")}`,
  problem: "missing",
  at: ["livenessProbe"],
  message: 'Container "{name}" has no liveness probe.',
});
