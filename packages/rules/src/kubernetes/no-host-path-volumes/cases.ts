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
    {
      name: "what the configuration allows",
      options: { allowed: ["/opt/agent/"], allowedForReading: ["/var/log"], exemptNamespaces: [] },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, hostPath: {path: /opt/agent/state}}
    - {name: b, hostPath: {path: /var/log}}
  containers:
    - name: web
      image: a
      volumeMounts:
        - {name: a, mountPath: /a}
        - {name: b, mountPath: /b, readOnly: true}
`,
    },
    {
      name: "a namespace of agents",
      options: { allowed: [], allowedForReading: [], exemptNamespaces: ["kube-system"] },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: kube-system
spec:
  volumes:
    - {name: a, hostPath: {path: /}}
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
          problem: "systemFolderForReading",
          message: 'Volume "etc" of Pod "web" mounts the system folder /etc of the node for reading.',
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
        { at: "11:42-11:43", problem: "systemFolderForReading" },
        { at: "13:42-13:52", problem: "systemFolderForReading" },
      ],
      fixed: null,
    },
    {
      name: "written to, read, of the system or not, and next to what is allowed",
      options: { allowed: ["/opt/agent"], allowedForReading: ["/srv"], exemptNamespaces: ["kube-system"] },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, hostPath: {path: /var/lib/web}}
    - {name: b, hostPath: {path: /data}}
    - {name: c, hostPath: {path: /opt/agent2}}
    - {name: d, hostPath: {path: /srv}}
  containers:
    - name: web
      image: a
      volumeMounts:
        - {name: a, mountPath: /a}
        - {name: b, mountPath: /b}
        - {name: c, mountPath: /c, readOnly: true}
        - {name: d, mountPath: /d, readOnly: true}
  initContainers:
    - name: set-up
      image: a
      volumeMounts:
        - {name: d, mountPath: /d}
`,
      findings: [
        {
          at: "7:34-7:46",
          problem: "systemFolder",
          message: 'Volume "a" of Pod "web" mounts the system folder /var/lib/web of the node.',
        },
        {
          at: "8:34-8:39",
          problem: "hostPath",
          message: 'Volume "b" of Pod "web" mounts /data of the node.',
        },
        { at: "9:34-9:45", problem: "hostPathForReading" },
        { at: "10:34-10:38", problem: "hostPath" },
      ],
      fixed: null,
    },
  ],
};
