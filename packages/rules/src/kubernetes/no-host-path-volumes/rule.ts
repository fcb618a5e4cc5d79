import { defineRule, type CelCheck, type CelRule, type RuleOption } from "@plimsoll/core";
import { IS_SYSTEM_FOLDER, isBelow, MOUNTED_READ_ONLY } from "../../shared-pods/host-folders.ts";

/** Checks of other tools by what they look at. */
const ANY = [
  "psa:hostPathVolumes",
  "psa:restrictedVolumes",
  "trivy:KSV-0023",
  "trivy:KSV-0028",
  "kubescape:C-0048",
  "polaris:hostPathSet",
  "kics:non_kube_system_pod_with_host_mount",
];
const OF_SYSTEM = [
  "trivy:KSV-0121",
  "kube-linter:sensitive-host-mounts",
  "kics:workload_mounting_with_sensitive_os_directory",
];
const WRITABLE = ["kube-linter:writable-host-mount", "kubescape:C-0045"];
const BOTH = ["kubescape:C-0020", "kics:volume_mount_with_os_directory_write_permissions"];

function folders(description: string): RuleOption {
  const schema = { type: "array", items: { type: "string", pattern: "^/" }, uniqueItems: true };
  return { description, schema, default: [] };
}

const exempt = [
  isBelow("params.allowed"),
  `(${isBelow("params.allowedForReading")} && ${MOUNTED_READ_ONLY})`,
  'object.?metadata.?namespace.orValue("default") in params.exemptNamespaces',
].join(" || ");

function check(of: { readonly system: boolean; readonly writable: boolean }): CelCheck {
  const { system, writable } = of;
  const what = system ? "systemFolder" : "hostPath";
  return {
    each: "pods.volumes",
    when: `has(item.hostPath) && ${system ? "" : "!"}(${IS_SYSTEM_FOLDER}) && ${writable ? "!" : ""}(${MOUNTED_READ_ONLY})`,
    require: exempt,
    problem: writable ? what : `${what}ForReading`,
    standsFor: [
      ...ANY,
      ...(system ? OF_SYSTEM : []),
      ...(writable ? WRITABLE : []),
      ...(system && writable ? BOTH : []),
    ],
    at: ["hostPath.path", "hostPath:"],
    message: `Volume "{item}" of {kind} "{name}" mounts ${system ? "the system folder " : ""}{value} of the node${writable ? "" : " for reading"}.`,
  };
}

export const rule: CelRule = defineRule({
  id: "kubernetes/no-host-path-volumes",
  title: "Pods mount nothing of the node's file system",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM013"],
  aliases: [...ANY, ...OF_SYSTEM, ...WRITABLE, ...BOTH],
  narrows: true,
  since: "0.1.0",
  options: {
    allowed: folders("Folders of the node that may be mounted, with what is below them."),
    allowedForReading: folders("Folders of the node that may be mounted where every mount is read-only."),
    exemptNamespaces: {
      description: "Namespaces whose pods may mount any folder, such as one that holds agents of the nodes.",
      schema: { type: "array", items: { type: "string" }, uniqueItems: true },
      default: [],
    },
  },
  ...check({ system: true, writable: true }),
  also: [
    check({ system: true, writable: false }),
    check({ system: false, writable: true }),
    check({ system: false, writable: false }),
  ],
});
