import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a container that says no",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry1.dso.mil/ironbank/opensource/nginx/nginx:1.27
      securityContext:
        privileged: false
`,
    },
    {
      name: "a kind that has no containers",
      text: "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  privileged: 'true'\n",
    },
  ],
  fail: [
    {
      name: "a privileged container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx
      securityContext:
        privileged: true # for the debugger
`,
      findings: [
        {
          at: "10:21-10:25",
          problem: "privileged",
          message: 'Container "web" runs privileged: it has every right that root on the node has.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx
      securityContext:
        privileged: false # for the debugger
`,
      safety: "safe",
    },
    {
      name: "init and ephemeral containers of a CronJob",
      text: `apiVersion: batch/v1
kind: CronJob
metadata: {name: job}
spec:
  jobTemplate:
    spec:
      template:
        spec:
          initContainers:
            - {name: a, image: a, securityContext: {privileged: true}}
          containers:
            - {name: b, image: b}
          ephemeralContainers:
            - {name: c, image: c, securityContext: {privileged: true}}
`,
      findings: [
        { at: "10:65-10:69", problem: "privileged" },
        { at: "14:65-14:69", problem: "privileged" },
      ],
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata: {name: job}
spec:
  jobTemplate:
    spec:
      template:
        spec:
          initContainers:
            - {name: a, image: a, securityContext: {privileged: false}}
          containers:
            - {name: b, image: b}
          ephemeralContainers:
            - {name: c, image: c, securityContext: {privileged: false}}
`,
    },
  ],
};
