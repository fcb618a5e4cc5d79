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
  ],
};
