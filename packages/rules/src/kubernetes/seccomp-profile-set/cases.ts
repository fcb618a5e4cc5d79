import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the pod sets one for all",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {seccompProfile: {type: RuntimeDefault}}
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "each container sets one",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {seccompProfile: {type: Localhost, localhostProfile: web.json}}}
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
      name: "nobody sets one",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "7:8-7:12",
          problem: "missing",
          message: 'Container "web" has no seccomp profile: neither it nor its pod sets seccompProfile.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a}
  securityContext:
    seccompProfile:
      type: RuntimeDefault
`,
    },
    {
      name: "one container of two sets one",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: a
      securityContext:
        seccompProfile:
          type: RuntimeDefault
    - name: log
      image: b
      securityContext:
        runAsNonRoot: true
`,
      findings: [{ at: "16:7-16:22", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: a
      securityContext:
        seccompProfile:
          type: RuntimeDefault
    - name: log
      image: b
      securityContext:
        runAsNonRoot: true
`,
    },
  ],
};
