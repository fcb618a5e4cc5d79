import { defineRule, type CelCheck, type CelRule } from "@plimsoll/core";
import { ROOT_IS_ROOT } from "../../shared-pods/conditions.ts";
import { byEveryContainer } from "../../shared-pods/overridden.ts";

const user = "container.?securityContext.?runAsUser.orValue(podSpec.?securityContext.?runAsUser.orValue(0))";
const saysNothing =
  "!has(container.?securityContext.runAsNonRoot) && !has(podSpec.?securityContext.runAsNonRoot)";
const overridden = byEveryContainer("c.?securityContext.?runAsNonRoot.orValue(false) == true");

const FALSE_MESSAGE = "may run as root: runAsNonRoot is false.";

const explicit: readonly CelCheck[] = [
  {
    each: "pods",
    when: ROOT_IS_ROOT,
    require: `podSpec.?securityContext.?runAsNonRoot.orValue(true) != false || ${overridden}`,
    problem: "rootAllowed",
    at: ["securityContext.runAsNonRoot"],
    message: `The pod of {kind} "{name}" ${FALSE_MESSAGE}`,
    fix: {
      title: "Set runAsNonRoot to true",
      safety: "review",
      set: [{ path: "securityContext.runAsNonRoot", value: true }],
    },
  },
  {
    each: "pods",
    when: ROOT_IS_ROOT,
    require: `podSpec.?securityContext.?runAsNonRoot.orValue(true) != false || !${overridden}`,
    problem: "overridden",
    standsFor: ["psa:runAsNonRoot"],
    at: ["securityContext.runAsNonRoot"],
    message:
      'The pod of {kind} "{name}" sets runAsNonRoot to false, which the next container inherits, although all present ones override it.',
    fix: {
      title: "Set runAsNonRoot to true",
      safety: "safe",
      set: [{ path: "securityContext.runAsNonRoot", value: true }],
    },
  },
  {
    each: "containers",
    when: `${ROOT_IS_ROOT} && ${saysNothing}`,
    require: `${user} == 0`,
    problem: "onlyUser",
    standsFor: ["psa:runAsNonRoot", "trivy:KSV-0012"],
    at: ["securityContext.runAsNonRoot"],
    message:
      'Container "{name}" has a user other than root, but neither it nor its pod sets runAsNonRoot, which Pod Security admission asks for.',
    fix: {
      title: "Set runAsNonRoot to true",
      safety: "safe",
      set: [{ path: "securityContext.runAsNonRoot", value: true }],
    },
  },
  {
    each: "containers",
    when: ROOT_IS_ROOT,
    require: "container.?securityContext.?runAsNonRoot.orValue(true) != false",
    problem: "rootAllowed",
    at: ["securityContext.runAsNonRoot"],
    message: `Container "{name}" ${FALSE_MESSAGE}`,
    fix: {
      title: "Set runAsNonRoot to true",
      safety: "review",
      set: [{ path: "securityContext.runAsNonRoot", value: true }],
    },
  },
];

export const rule: CelRule = defineRule({
  id: "kubernetes/run-as-non-root",
  title: "Containers must run as a user other than root",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM006"],
  aliases: [
    "psa:runAsNonRoot",
    "trivy:KSV-0012",
    "checkov:CKV_K8S_23",
    "kube-linter:run-as-non-root",
    "kubescape:C-0013",
    "kubescape:C-0211",
    "polaris:runAsRootAllowed",
    "kics:containers_running_as_root",
  ],
  narrows: true,
  since: "0.1.0",
  each: "containers",
  when: ROOT_IS_ROOT,
  require: `!(${saysNothing}) || ${user} != 0`,
  problem: "missing",
  at: ["securityContext.runAsNonRoot"],
  message: 'Container "{name}" is not kept from running as root: neither it nor its pod sets runAsNonRoot.',
  fix: {
    title: "Set runAsNonRoot to true for the pod",
    safety: "review",
    set: [{ path: "podSpec.securityContext.runAsNonRoot", value: true }],
  },
  also: explicit,
});
