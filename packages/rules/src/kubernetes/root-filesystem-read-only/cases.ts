import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a read-only root",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {readOnlyRootFilesystem: true}}
`,
    },
    {
      name: "a Windows pod",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os: {name: windows}
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "nothing said",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        runAsNonRoot: true
`,
      findings: [
        {
          at: "9:7-9:22",
          problem: "writable",
          message: 'Container "web" can write to its root file system: readOnlyRootFilesystem is not true.',
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
        runAsNonRoot: true
        readOnlyRootFilesystem: true
`,
    },
    {
      name: "writable in words, in an init container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - {name: setup, image: a, securityContext: {readOnlyRootFilesystem: false}}
  containers:
    - {name: web, image: a, securityContext: {readOnlyRootFilesystem: true}}
`,
      findings: [{ at: "7:73-7:78", problem: "writable" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - {name: setup, image: a, securityContext: {readOnlyRootFilesystem: true}}
  containers:
    - {name: web, image: a, securityContext: {readOnlyRootFilesystem: true}}
`,
    },
  ],
};
