import { defineRule, type CelCheck, type CelRule } from "@plimsoll/core";

function mayNot(field: string, what: string): CelCheck {
  return {
    each: "resources",
    require: `object.?spec.?${field}.orValue(false) != true`,
    problem: field,
    at: [`spec.${field}`],
    message: `PodSecurityPolicy "{name}" lets pods ${what}.`,
    fix: { title: `Set ${field} to false`, safety: "review", set: [{ path: `spec.${field}`, value: false }] },
  };
}

const capabilities: readonly CelCheck[] = [
  {
    each: "resources",
    require: 'object.?spec.?requiredDropCapabilities.orValue([]).exists(name, name in ["ALL", "NET_RAW"])',
    problem: "capabilitiesKept",
    at: ["spec.requiredDropCapabilities"],
    message: 'PodSecurityPolicy "{name}" makes no pod drop its capabilities.',
    fix: {
      title: "Require pods to drop all capabilities",
      safety: "review",
      set: [{ path: "spec.requiredDropCapabilities", value: ["ALL"] }],
    },
  },
  {
    each: "resources.spec.allowedCapabilities",
    require: 'item == "NET_BIND_SERVICE"',
    problem: "capabilityAllowed",
    at: [""],
    message: 'PodSecurityPolicy "{name}" lets pods add the capability {value}.',
    fix: { title: "Remove the capability", safety: "review", remove: [""] },
  },
];

export const rule: CelRule = defineRule({
  id: "kubernetes/pod-security-policies-restrict",
  title: "PodSecurityPolicies restrict what they were made for",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM028"],
  aliases: [
    "checkov:CKV_K8S_1",
    "checkov:CKV_K8S_2",
    "checkov:CKV_K8S_3",
    "checkov:CKV_K8S_4",
    "checkov:CKV_K8S_5",
    "checkov:CKV_K8S_6",
    "checkov:CKV_K8S_7",
    "checkov:CKV_K8S_24",
    "checkov:CKV_K8S_32",
    "checkov:CKV_K8S_36",
    "kubescape:C-0068",
    "kics:net_raw_capabilities_disabled_for_psp",
    "kics:not_limited_capabilities_for_pod_security_policy",
    "kics:psp_allows_privilege_escalation",
    "kics:psp_allows_sharing_host_ipc",
    "kics:psp_allows_sharing_host_pid",
    "kics:psp_containers_share_host_network_namespace",
    "kics:psp_set_to_privileged",
    "kics:psp_with_added_capabilities",
    "kics:psp_with_unrestricted_access_to_host_path",
    "kics:root_containers_admitted",
  ],
  since: "0.1.0",
  kinds: ["PodSecurityPolicy"],
  ...mayNot("privileged", "run privileged"),
  also: [
    mayNot("hostPID", "see the processes of the node"),
    mayNot("hostIPC", "share memory with the node"),
    mayNot("hostNetwork", "use the network of the node"),
    {
      ...mayNot("allowPrivilegeEscalation", "gain rights after their start"),
      require: "object.?spec.?allowPrivilegeEscalation.orValue(true) == false",
    },
    {
      each: "resources",
      require:
        'object.?spec.?runAsUser.?rule.orValue("RunAsAny") != "RunAsAny" && !object.?spec.?runAsUser.?ranges.orValue([]).exists(range, range.?min.orValue(1) == 0)',
      problem: "rootAllowed",
      at: ["spec.runAsUser.rule", "spec.runAsUser:", "spec:"],
      message: 'PodSecurityPolicy "{name}" lets containers run as root.',
    },
    ...capabilities,
    {
      each: "resources.spec.allowedHostPaths",
      require: "item.?readOnly.orValue(false) == true",
      problem: "hostPathWritable",
      at: ["pathPrefix"],
      message: 'PodSecurityPolicy "{name}" lets pods write to {value} of the node.',
      fix: {
        title: "Allow the path for reading only",
        safety: "review",
        set: [{ path: "readOnly", value: true }],
      },
    },
  ],
});
