import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a strict policy",
      text: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
  annotations: {seccomp.security.alpha.kubernetes.io/allowedProfileNames: runtime/default}
spec:
  allowPrivilegeEscalation: false
  requiredDropCapabilities: [ALL]
  runAsUser: {rule: MustRunAsNonRoot}
  supplementalGroups: {rule: MustRunAs, ranges: [{min: 1, max: 65535}]}
  fsGroup: {rule: MayRunAs, ranges: [{min: 1, max: 65535}]}
  allowedHostPaths:
    - {pathPrefix: /foo, readOnly: true}
`,
    },
  ],
  fail: [
    {
      name: "privileged, and root by a range",
      text: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: loose
  annotations: {seccomp.security.alpha.kubernetes.io/allowedProfileNames: runtime/default}
spec:
  privileged: true
  allowPrivilegeEscalation: false
  requiredDropCapabilities: [NET_RAW]
  runAsUser:
    rule: MustRunAs
    ranges: [{min: 0, max: 65535}]
  supplementalGroups:
    rule: RunAsAny
  fsGroup: {rule: MustRunAs, ranges: [{min: 1, max: 65535}]}
  allowedCapabilities:
    - SYS_ADMIN
  allowedHostPaths:
    - pathPrefix: /dev
    - pathPrefix: /sys
      readOnly: false
`,
      findings: [
        {
          at: "7:15-7:19",
          problem: "privileged",
          message: 'PodSecurityPolicy "loose" lets pods run privileged.',
        },
        { at: "11:11-11:20", problem: "rootAllowed" },
        { at: "14:11-14:19", problem: "rootGroupAllowed" },
        { at: "17:7-17:16", problem: "capabilityAllowed" },
        { at: "19:19-19:23", problem: "hostPathWritable" },
        { at: "21:17-21:22", problem: "hostPathWritable" },
      ],
      fixed: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: loose
  annotations: {seccomp.security.alpha.kubernetes.io/allowedProfileNames: runtime/default}
spec:
  privileged: false
  allowPrivilegeEscalation: false
  requiredDropCapabilities: [NET_RAW]
  runAsUser:
    rule: MustRunAs
    ranges: [{min: 0, max: 65535}]
  supplementalGroups:
    rule: RunAsAny
  fsGroup: {rule: MustRunAs, ranges: [{min: 1, max: 65535}]}
  allowedCapabilities: []
  allowedHostPaths:
    - pathPrefix: /dev
      readOnly: true
    - pathPrefix: /sys
      readOnly: true
`,
      remains: true,
    },
    {
      name: "what is absent is allowed",
      text: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: {name: loose}
spec:
  volumes: ["*"]
  runAsUser:
    rule: RunAsAny
`,
      findings: [
        { at: "3:1-3:9", problem: "anySeccompProfile" },
        { at: "4:1-4:5", problem: "allowPrivilegeEscalation" },
        { at: "4:1-4:5", problem: "rootGroupAllowed" },
        { at: "4:1-4:5", problem: "rootGroupAllowed" },
        { at: "4:1-4:5", problem: "capabilitiesKept" },
        { at: "4:1-4:5", problem: "anyHostPath" },
        { at: "7:11-7:19", problem: "rootAllowed" },
      ],
      fixed: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: {name: loose}
spec:
  volumes: ["*"]
  runAsUser:
    rule: RunAsAny
  allowPrivilegeEscalation: false
  requiredDropCapabilities:
    - ALL
`,
      remains: true,
    },
    {
      name: "unmasked /proc, and a range of groups from 0",
      text: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: loose
  annotations: {seccomp.security.alpha.kubernetes.io/allowedProfileNames: runtime/default}
spec:
  allowPrivilegeEscalation: false
  allowedProcMountTypes:
    - Unmasked
  requiredDropCapabilities: [ALL]
  runAsUser: {rule: MustRunAsNonRoot}
  supplementalGroups: {rule: MustRunAs, ranges: [{min: 1, max: 65535}]}
  fsGroup:
    rule: MustRunAs
    ranges: [{min: 0, max: 65535}]
`,
      findings: [
        {
          at: "8:3-8:24",
          problem: "procUnmasked",
          message: 'PodSecurityPolicy "loose" lets pods take the masks off /proc.',
        },
        { at: "13:3-13:10", problem: "rootGroupAllowed" },
      ],
      fixed: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: loose
  annotations: {seccomp.security.alpha.kubernetes.io/allowedProfileNames: runtime/default}
spec:
  allowPrivilegeEscalation: false
  allowedProcMountTypes:
    - Default
  requiredDropCapabilities: [ALL]
  runAsUser: {rule: MustRunAsNonRoot}
  supplementalGroups: {rule: MustRunAs, ranges: [{min: 1, max: 65535}]}
  fsGroup:
    rule: MustRunAs
    ranges: [{min: 0, max: 65535}]
`,
      remains: true,
    },
  ],
};
