import { defineRule, type CelCheck, type CelRule } from "@plimsoll/core";

const PATH = "securityContext.windowsOptions.hostProcess";

function check(each: "pods" | "containers", owner: string, subject: string): CelCheck {
  return {
    each,
    require: `${owner}.?securityContext.?windowsOptions.?hostProcess.orValue(false) != true`,
    problem: "hostProcess",
    at: [PATH],
    message: `${subject} runs as a process of its Windows node: hostProcess is true.`,
    fix: { title: "Set hostProcess to false", safety: "review", set: [{ path: PATH, value: false }] },
  };
}

export const rule: CelRule = defineRule({
  id: "kubernetes/windows-host-process-not-used",
  title: "No container is a process of its Windows node",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM004"],
  aliases: ["psa:windowsHostProcess", "trivy:KSV-0103", "kubescape:C-0211", "polaris:hostProcess"],
  since: "0.1.0",
  ...check("containers", "container", 'Container "{name}"'),
  also: [check("pods", "podSpec", 'The pod of {kind} "{name}"')],
});
