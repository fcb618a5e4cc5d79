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
    {
      name: "annotations, while Kubernetes read them",
      kubernetesMinor: 26,
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.seccomp.security.alpha.kubernetes.io/web: runtime/default
spec:
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "annotations of one container, and one that turns the profile off",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.seccomp.security.alpha.kubernetes.io/web: runtime/default
    container.seccomp.security.alpha.kubernetes.io/log: unconfined
spec:
  containers:
    - {name: web, image: a}
    - {name: log, image: a}
    - {name: job, image: a}
`,
      findings: [
        {
          at: "10:8-10:12",
          problem: "annotation",
          message:
            'Container "web" has no seccomp profile: Kubernetes has ignored profiles in annotations since 1.27 and reads only seccompProfile.',
        },
        { at: "11:8-11:12", problem: "missing" },
        { at: "12:8-12:12", problem: "missing" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.seccomp.security.alpha.kubernetes.io/web: runtime/default
    container.seccomp.security.alpha.kubernetes.io/log: unconfined
spec:
  containers:
    - {name: web, image: a}
    - {name: log, image: a}
    - {name: job, image: a}
  securityContext:
    seccompProfile:
      type: RuntimeDefault
`,
    },
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
    {
      name: "the annotation of the pod, and one that only policies have",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: docker/default
spec:
  containers:
    - {name: web, image: a}
---
apiVersion: v1
kind: Pod
metadata:
  name: log
  annotations:
    seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default
spec:
  containers:
    - {name: log, image: a}
`,
      findings: [
        { at: "9:8-9:12", problem: "annotation" },
        { at: "19:8-19:12", problem: "annotation" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: docker/default
spec:
  containers:
    - {name: web, image: a}
  securityContext:
    seccompProfile:
      type: RuntimeDefault
---
apiVersion: v1
kind: Pod
metadata:
  name: log
  annotations:
    seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default
spec:
  containers:
    - {name: log, image: a}
  securityContext:
    seccompProfile:
      type: RuntimeDefault
`,
    },
  ],
};
