import { defineRule, type CelRule } from "@plimsoll/core";
import { celList } from "../../shared-pods/capabilities.ts";

/** Sysctls that the standard counts as safe, by the minor version of Kubernetes that added them. */
const SAFE: readonly (readonly [number, readonly string[]])[] = [
  [
    0,
    [
      "kernel.shm_rmid_forced",
      "net.ipv4.ip_local_port_range",
      "net.ipv4.tcp_syncookies",
      "net.ipv4.ping_group_range",
      "net.ipv4.ip_unprivileged_port_start",
    ],
  ],
  [27, ["net.ipv4.ip_local_reserved_ports"]],
  [
    29,
    [
      "net.ipv4.tcp_keepalive_time",
      "net.ipv4.tcp_fin_timeout",
      "net.ipv4.tcp_keepalive_intvl",
      "net.ipv4.tcp_keepalive_probes",
    ],
  ],
  [32, ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"]],
  [37, ["net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat"]],
];

const safe = SAFE.map(([minor, names]) => `(kubernetesMinor >= ${minor} && item.name in ${celList(names)})`);

const forbidden =
  'params.forbidden.exists(name, name == item.?name.orValue("") || ' +
  '(name.endsWith("*") && item.?name.orValue("").startsWith(name.substring(0, name.size() - 1))))';

export const rule: CelRule = defineRule({
  id: "kubernetes/sysctls-safe",
  title: "Pods set only kernel parameters that stay inside the pod",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM040"],
  aliases: [
    "psa:sysctls",
    "trivy:KSV-0026",
    "kube-linter:unsafe-sysctls",
    "kubescape:C-0211",
    "kics:cluster_allows_unsafe_sysctls",
  ],
  narrows: true,
  since: "0.1.0",
  options: {
    forbidden: {
      description:
        "Kernel parameters that no pod may set although they are safe; one that ends in * stands for all that start so.",
      schema: { type: "array", items: { type: "string" }, uniqueItems: true },
      default: [],
    },
  },
  each: "pods.securityContext.sysctls",
  require: `(${safe.join(" || ")}) || ${forbidden}`,
  problem: "unsafe",
  at: ["name"],
  message: 'The pod of {kind} "{name}" sets the unsafe kernel parameter {value}.',
  fix: { title: "Remove the kernel parameter", safety: "review", remove: [""] },
  also: [
    {
      each: "pods.securityContext.sysctls",
      require: `!(${forbidden})`,
      problem: "forbidden",
      standsFor: [],
      at: ["name"],
      message:
        'The pod of {kind} "{name}" sets the kernel parameter {value}, which the configuration forbids.',
      fix: { title: "Remove the kernel parameter", safety: "review", remove: [""] },
    },
  ],
});
