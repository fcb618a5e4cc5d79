import type { RuleCases } from "@plimsoll/core";

const pod = (spec: string, annotation = ""): string => `apiVersion: v1
kind: Pod
metadata:
  name: web
${annotation}spec:
${spec}`;

export const cases: RuleCases = {
  pass: [
    {
      name: "a profile of the pod",
      text: pod(`  securityContext: {seccompProfile: {type: RuntimeDefault}}
  containers:
    - {name: web, image: a}
`),
    },
    {
      name: "a profile of the container against its pod",
      text: pod(`  securityContext: {seccompProfile: {type: Unconfined}}
  containers:
    - {name: web, image: a, securityContext: {appArmorProfile: {type: RuntimeDefault}}}
`),
    },
    {
      name: "SELinux",
      text: pod(`  securityContext: {seLinuxOptions: {level: "s0:c123,c456"}}
  containers:
    - {name: web, image: a}
`),
    },
    {
      name: "capabilities that are dropped",
      text: pod(`  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [NET_RAW]}}}
`),
    },
    {
      name: "an annotation for AppArmor",
      text: pod(
        `  containers:
    - {name: web, image: a}
`,
        `  annotations:
    container.apparmor.security.beta.kubernetes.io/web: runtime/default
`,
      ),
    },
  ],
  fail: [
    {
      name: "nothing",
      text: pod(`  containers:
    - name: web
      image: a
      securityContext:
        privileged: false
`),
      findings: [
        {
          at: "9:7-9:22",
          problem: "nothing",
          message:
            'Nothing confines container "web": it has no seccomp, AppArmor or SELinux profile and drops no capability.',
        },
      ],
      fixed: null,
    },
    {
      name: "taken back, empty, or of another container",
      text: pod(
        `  securityContext: {seccompProfile: {type: RuntimeDefault}, seLinuxOptions: {}}
  containers:
    - {name: web, image: a, securityContext: {seccompProfile: {type: Unconfined}}}
    - {name: log, image: a, securityContext: {seccompProfile: {type: Unconfined}, capabilities: {drop: [ALL], add: [all]}}}
`,
        `  annotations:
    container.apparmor.security.beta.kubernetes.io/job: runtime/default
`,
      ),
      findings: [
        { at: "10:29-10:44", problem: "nothing" },
        { at: "11:29-11:44", problem: "nothing" },
      ],
      fixed: null,
    },
  ],
};
