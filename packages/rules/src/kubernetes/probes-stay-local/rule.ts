import { defineRule, type CelCheck, type CelRule } from "@plimsoll/core";

const HANDLERS = [
  "livenessProbe",
  "readinessProbe",
  "startupProbe",
  "lifecycle.postStart",
  "lifecycle.preStop",
];

function check(handler: string, action: "httpGet" | "tcpSocket"): CelCheck {
  const path = `${handler}.${action}.host`;
  return {
    each: "containers",
    when: "kubernetesMinor >= 34",
    require: `container.?${path.replaceAll(".", ".?")}.orValue("") == ""`,
    problem: "hostSet",
    at: [path],
    message: `The ${handler} of container "{name}" calls the host {value}.`,
    fix: { title: "Remove the host, so that the pod itself is called", safety: "review", remove: [path] },
  };
}

export const rule: CelRule = defineRule({
  id: "kubernetes/probes-stay-local",
  title: "Probes and lifecycle hooks call only their own pod",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM019"],
  aliases: ["psa:hostProbesAndHostLifecycle"],
  since: "0.1.0",
  ...check("livenessProbe", "httpGet"),
  also: [
    ...HANDLERS.slice(1).map((handler) => check(handler, "httpGet")),
    ...HANDLERS.map((handler) => check(handler, "tcpSocket")),
  ],
});
