import { defineRule, type CelCheck, type CelRule } from "@plimsoll/core";
import { ROOT_IS_ROOT } from "../../shared-pods/conditions.ts";

const podGroups: readonly CelCheck[] = ["runAsGroup", "fsGroup"].map((field) => ({
  each: "pods",
  when: ROOT_IS_ROOT,
  require: `podSpec.?securityContext.?${field}.orValue(1000) != 0`,
  problem: "rootGroup",
  at: [`securityContext.${field}`],
  message: `The pod of {kind} "{name}" belongs to the root group: ${field} is 0.`,
  fix: {
    title: `Set ${field} to 1000 (see which group the image is made for)`,
    safety: "review",
    set: [{ path: `securityContext.${field}`, value: 1000 }],
  },
}));

export const rule: CelRule = defineRule({
  id: "kubernetes/groups-not-root",
  title: "No pod or container sets one of its groups to root",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM007"],
  aliases: ["trivy:KSV-0029", "trivy:KSV-0116"],
  since: "0.1.0",
  each: "containers",
  when: ROOT_IS_ROOT,
  require: "container.?securityContext.?runAsGroup.orValue(1000) != 0",
  problem: "rootGroup",
  at: ["securityContext.runAsGroup"],
  message: 'Container "{name}" belongs to the root group: runAsGroup is 0.',
  fix: {
    title: "Set runAsGroup to 1000 (see which group the image is made for)",
    safety: "review",
    set: [{ path: "securityContext.runAsGroup", value: 1000 }],
  },
  also: [
    ...podGroups,
    {
      each: "pods.securityContext.supplementalGroups",
      when: ROOT_IS_ROOT,
      require: "item != 0",
      problem: "rootGroup",
      at: [""],
      message: 'The pod of {kind} "{name}" belongs to the root group: supplementalGroups has 0.',
      fix: { title: "Remove the root group", safety: "review", remove: [""] },
    },
  ],
});
