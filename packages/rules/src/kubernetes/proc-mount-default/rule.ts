import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/proc-mount-default",
  title: "The masks over /proc stay as the runtime sets them",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM040"],
  aliases: [
    "psa:procMount",
    "psa:procMount_restricted",
    "trivy:KSV-0027",
    "kube-linter:unsafe-proc-mount",
    "kubescape:C-0211",
    "polaris:procMount",
    "kics:container_runs_unmasked",
  ],
  since: "0.1.0",
  options: {
    allowInUserNamespace: {
      description:
        "From Kubernetes 1.35 on, allow any value in pods with hostUsers: false, as the baseline level does.",
      schema: { type: "boolean" },
      default: false,
    },
  },
  each: "containers",
  when: "!(params.allowInUserNamespace && kubernetesMinor >= 35 && podSpec.?hostUsers.orValue(true) == false)",
  require: 'container.?securityContext.?procMount.orValue("Default") == "Default"',
  problem: "unmasked",
  at: ["securityContext.procMount"],
  message: 'Container "{name}" takes the masks off /proc: procMount is {value}.',
  fix: {
    title: "Set procMount to Default",
    safety: "review",
    set: [{ path: "securityContext.procMount", value: "Default" }],
  },
});
