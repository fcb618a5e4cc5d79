import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the present registry",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec: {containers: [{name: a, image: "registry.k8s.io/pause:3.9"}]}
`,
    },
  ],
  fail: [
    {
      name: "the old name",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: k8s.gcr.io/pause:3.9
`,
      findings: [
        {
          at: "7:14-7:34",
          problem: "frozen",
          message:
            'Container "a" takes its image from a registry of Kubernetes that was frozen in 2023: use registry.k8s.io.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: registry.k8s.io/pause:3.9
`,
    },
    {
      name: "the older name",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec: {initContainers: [{name: a, image: "gcr.io/google_containers/pause:3.1"}]}
`,
      findings: [{ at: "4:42-4:78", problem: "frozen" }],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec: {initContainers: [{name: a, image: "registry.k8s.io/pause:3.1"}]}
`,
    },
    {
      name: "a registry that the configuration has given up",
      options: { left: ["old.example.org/"] },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: old.example.org/web:1}
    - {name: log, image: example.org/web:1}
`,
      findings: [
        {
          at: "7:26-7:47",
          problem: "left",
          message:
            'Container "web" takes old.example.org/web:1 from a registry that the configuration has given up.',
        },
      ],
      fixed: null,
    },
  ],
};
