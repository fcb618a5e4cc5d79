import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "types for containers, and a level",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {seLinuxOptions: {type: container_engine_t}}
  containers:
    - {name: web, image: a, securityContext: {seLinuxOptions: {type: container_init_t, level: 's0:c1'}}}
`,
    },
    {
      name: "empty texts",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {seLinuxOptions: {type: '', user: '', role: ''}}}
`,
    },
  ],
  fail: [
    {
      name: "a type of one's own, a user and a role",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        seLinuxOptions:
          type: spc_t
          user: system_u
          role: system_r
          level: s0
`,
      findings: [
        { at: "11:17-11:22", problem: "customType", message: 'Container "web" sets the SELinux type spc_t.' },
        {
          at: "12:17-12:25",
          problem: "customUser",
          message: 'Container "web" sets the SELinux user system_u.',
        },
        {
          at: "13:17-13:25",
          problem: "customRole",
          message: 'Container "web" sets the SELinux role system_r.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        seLinuxOptions:
          level: s0
`,
    },
    {
      name: "a type of the pod that became allowed in Kubernetes 1.31",
      kubernetesMinor: 30,
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {seLinuxOptions: {type: container_engine_t}}
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "6:44-6:62",
          problem: "customType",
          message: 'The pod of Pod "web" sets the SELinux type container_engine_t.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {seLinuxOptions: {}}
  containers:
    - {name: web, image: a}
`,
    },
  ],
};
