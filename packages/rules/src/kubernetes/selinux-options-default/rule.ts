import { defineRule, type CelCheck, type CelRule } from "@plimsoll/core";

const TYPES = '["", "container_t", "container_init_t", "container_kvm_t"]';
const typeAllowed = (type: string): string =>
  `${type} in ${TYPES} || (kubernetesMinor >= 31 && ${type} == "container_engine_t")`;

interface Owner {
  readonly each: "pods" | "containers";
  /** The CEL variable. */
  readonly variable: string;
  /** How a message begins. */
  readonly subject: string;
}

const container: Owner = { each: "containers", variable: "container", subject: 'Container "{name}"' };
const pod: Owner = { each: "pods", variable: "podSpec", subject: 'The pod of {kind} "{name}"' };

function check({ each, variable, subject }: Owner, field: "type" | "user" | "role"): CelCheck {
  const value = `${variable}.?securityContext.?seLinuxOptions.?${field}.orValue("")`;
  const path = `securityContext.seLinuxOptions.${field}`;
  return {
    each,
    require: field === "type" ? typeAllowed(value) : `${value} == ""`,
    problem: { type: "customType", user: "customUser", role: "customRole" }[field],
    at: [path],
    message: `${subject} sets the SELinux ${field} {value}.`,
    fix: { title: `Remove the SELinux ${field}`, safety: "review", remove: [path] },
  };
}

export const rule: CelRule = defineRule({
  id: "kubernetes/selinux-options-default",
  title: "SELinux types stay those made for containers",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM040"],
  aliases: ["psa:seLinuxOptions", "trivy:KSV-0025", "kubescape:C-0211"],
  since: "0.1.0",
  ...check(container, "type"),
  also: [
    check(container, "user"),
    check(container, "role"),
    check(pod, "type"),
    check(pod, "user"),
    check(pod, "role"),
  ],
});
