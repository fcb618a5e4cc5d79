import type { CelCheck } from "@plimsoll/core";

/** A check that a policy forbids what a field of its own allows. */
export function mayNot(field: string, what: string): CelCheck {
  return {
    each: "resources",
    require: `object.?spec.?${field}.orValue(false) != true`,
    problem: field,
    at: [`spec.${field}`],
    message: `PodSecurityPolicy "{name}" lets pods ${what}.`,
    fix: { title: `Set ${field} to false`, safety: "review", set: [{ path: `spec.${field}`, value: false }] },
  };
}

/** Any group, by the rule; or a range of groups that holds the root group. */
function mayBeRootGroup(field: string): readonly CelCheck[] {
  const check = {
    each: "resources",
    problem: "rootGroupAllowed",
    message: `PodSecurityPolicy "{name}" lets pods have the root group by ${field}.`,
  };
  const isAny = `object.?spec.?${field}.?rule.orValue("RunAsAny") == "RunAsAny"`;
  return [
    { ...check, require: `!(${isAny})`, at: [`spec.${field}.rule`, `spec.${field}:`, "spec:"] },
    {
      ...check,
      require: `${isAny} || !object.?spec.?${field}.?ranges.orValue([]).exists(range, range.?min.orValue(1) == 0)`,
      at: [`spec.${field}:`],
    },
  ];
}

const capabilities: readonly CelCheck[] = [
  {
    each: "resources",
    require: 'object.?spec.?requiredDropCapabilities.orValue([]).exists(name, name in ["ALL", "NET_RAW"])',
    problem: "capabilitiesKept",
    at: ["spec.requiredDropCapabilities:"],
    message: 'PodSecurityPolicy "{name}" makes no pod drop its capabilities.',
    fix: {
      title: "Require pods to drop all capabilities",
      safety: "review",
      set: [{ path: "spec.requiredDropCapabilities", value: ["ALL"] }],
    },
  },
  {
    each: "resources",
    require:
      '!(object.?metadata.?annotations[?"seccomp.security.alpha.kubernetes.io/allowedProfileNames"].orValue("*") in ["", "*"])',
    problem: "anySeccompProfile",
    at: ['metadata.annotations["seccomp.security.alpha.kubernetes.io/allowedProfileNames"]'],
    message: 'PodSecurityPolicy "{name}" lets pods run without a seccomp profile.',
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

/** What a PodSecurityPolicy must forbid beside privileged containers. */
export const POLICY_CHECKS: readonly CelCheck[] = [
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
  ...mayBeRootGroup("supplementalGroups"),
  ...mayBeRootGroup("fsGroup"),
  {
    each: "resources",
    require: 'object.?spec.?allowedProcMountTypes.orValue([]).all(type, type == "Default")',
    problem: "procUnmasked",
    standsFor: ["kics:container_runs_unmasked"],
    at: ["spec.allowedProcMountTypes:"],
    message: 'PodSecurityPolicy "{name}" lets pods take the masks off /proc.',
    fix: {
      title: "Allow the default only",
      safety: "review",
      set: [{ path: "spec.allowedProcMountTypes", value: ["Default"] }],
    },
  },
  ...capabilities,
  {
    each: "resources",
    require:
      '!object.?spec.?volumes.orValue([]).exists(type, type in ["*", "hostPath"]) || object.?spec.?allowedHostPaths.orValue([]).size() > 0',
    problem: "anyHostPath",
    at: ["spec.allowedHostPaths", "spec:"],
    message: 'PodSecurityPolicy "{name}" lets pods mount any path of the node.',
  },
  {
    each: "resources.spec.allowedHostPaths",
    require: "item.?readOnly.orValue(false) == true",
    problem: "hostPathWritable",
    at: ["readOnly", "pathPrefix"],
    message: 'PodSecurityPolicy "{name}" lets pods write to paths of the node.',
    fix: {
      title: "Allow the path for reading only",
      safety: "review",
      set: [{ path: "readOnly", value: true }],
    },
  },
];
