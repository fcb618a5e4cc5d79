import { defineRule, type CelFix, type CelRule } from "@plimsoll/core";
import { ROOT_IS_ROOT } from "../../shared-pods/conditions.ts";

const fix: CelFix = {
  title: "Set runAsUser to 1000 (see which user the image is made for)",
  safety: "review",
  set: [{ path: "securityContext.runAsUser", value: 1000 }],
};
const when = `kubernetesMinor >= 23 && ${ROOT_IS_ROOT}`;

export const rule: CelRule = defineRule({
  id: "kubernetes/user-not-root",
  title: "No pod or container sets its user to root",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM007"],
  aliases: ["psa:runAsUser", "trivy:KSV-0105"],
  since: "0.1.0",
  each: "containers",
  when,
  require: "container.?securityContext.?runAsUser.orValue(1000) != 0",
  problem: "rootUser",
  at: ["securityContext.runAsUser"],
  message: 'Container "{name}" runs as root: runAsUser is 0.',
  fix,
  also: [
    {
      each: "pods",
      when,
      require: "podSpec.?securityContext.?runAsUser.orValue(1000) != 0",
      problem: "rootUser",
      at: ["securityContext.runAsUser"],
      message: 'The pod of {kind} "{name}" runs as root: runAsUser is 0.',
      fix,
    },
  ],
});
