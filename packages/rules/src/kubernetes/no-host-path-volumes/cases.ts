import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "other volumes",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, emptyDir: {}}
    - name: b
      hostPath: null
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "no volumes",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "a folder of the node",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: etc
      hostPath:
        path: /etc
        type: Directory
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "9:15-9:19",
          problem: "hostPath",
          message: 'Volume "etc" of Pod "web" mounts /etc of the node.',
        },
      ],
      fixed: null,
    },
    {
      name: "two of three volumes, in a CronJob",
      text: `apiVersion: batch/v1
kind: CronJob
metadata: {name: job}
spec:
  jobTemplate:
    spec:
      template:
        spec:
          containers: [{name: job, image: a}]
          volumes:
            - {name: a, hostPath: {path: /}}
            - {name: b, emptyDir: {}}
            - {name: c, hostPath: {path: "/var/log"}}
`,
      findings: [
        { at: "11:42-11:43", problem: "hostPath" },
        { at: "13:42-13:52", problem: "hostPath" },
      ],
      fixed: null,
    },
  ],
};
