import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a strict policy",
      text: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: {name: restricted}
spec:
  allowPrivilegeEscalation: false
  requiredDropCapabilities: [ALL]
  runAsUser: {rule: MustRunAsNonRoot}
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
metadata: {name: loose}
spec:
  privileged: true
  allowPrivilegeEscalation: false
  requiredDropCapabilities: [NET_RAW]
  runAsUser:
    rule: MustRunAs
    ranges: [{min: 0, max: 65535}]
  allowedCapabilities:
    - SYS_ADMIN
  allowedHostPaths:
    - pathPrefix: /dev
`,
      findings: [
        {
          at: "5:15-5:19",
          problem: "privileged",
          message: 'PodSecurityPolicy "loose" lets pods run privileged.',
        },
        { at: "9:11-9:20", problem: "rootAllowed" },
        { at: "12:7-12:16", problem: "capabilityAllowed" },
        { at: "14:19-14:23", problem: "hostPathWritable" },
      ],
      fixed: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: {name: loose}
spec:
  privileged: false
  allowPrivilegeEscalation: false
  requiredDropCapabilities: [NET_RAW]
  runAsUser:
    rule: MustRunAs
    ranges: [{min: 0, max: 65535}]
  allowedCapabilities: []
  allowedHostPaths:
    - pathPrefix: /dev
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
  runAsUser:
    rule: RunAsAny
`,
      findings: [
        { at: "4:1-4:5", problem: "allowPrivilegeEscalation" },
        { at: "4:1-4:5", problem: "capabilitiesKept" },
        { at: "6:11-6:19", problem: "rootAllowed" },
      ],
      fixed: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: {name: loose}
spec:
  runAsUser:
    rule: RunAsAny
  allowPrivilegeEscalation: false
  requiredDropCapabilities:
    - ALL
`,
      remains: true,
    },
  ],
};
