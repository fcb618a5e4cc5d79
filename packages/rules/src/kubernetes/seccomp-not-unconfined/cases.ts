import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "both profiles that confine",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {seccompProfile: {type: RuntimeDefault}}
  containers:
    - {name: web, image: a, securityContext: {seccompProfile: {type: Localhost, localhostProfile: web.json}}}
`,
    },
    {
      name: "nothing said",
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
      name: "an annotation, which Kubernetes from 1.19 on does not judge",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: unconfined
spec:
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "confinement turned off for the pod and a container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: Unconfined
  containers:
    - name: web
      image: a
      securityContext:
        seccompProfile:
          type: Unconfined # strace
`,
      findings: [
        {
          at: "8:13-8:23",
          problem: "unconfined",
          message:
            'The pod of Pod "web" is not confined by seccomp: its profile is neither RuntimeDefault nor Localhost.',
        },
        {
          at: "14:17-14:27",
          problem: "unconfined",
          message:
            'Container "web" is not confined by seccomp: its profile is neither RuntimeDefault nor Localhost.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: a
      securityContext:
        seccompProfile:
          type: RuntimeDefault # strace
`,
    },
    {
      name: "a profile without a type",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {seccompProfile: {}}}
`,
      findings: [{ at: "7:47-7:61", problem: "unconfined" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {seccompProfile: {type: RuntimeDefault}}}
`,
    },
    {
      name: "annotations before Kubernetes 1.19",
      kubernetesMinor: 18,
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: unconfined
    container.seccomp.security.alpha.kubernetes.io/web: unconfined
    container.seccomp.security.alpha.kubernetes.io/other: unconfined
spec:
  containers:
    - {name: web, image: a}
`,
      findings: [
        { at: "6:47-6:57", problem: "unconfined" },
        { at: "7:57-7:67", problem: "unconfined" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: runtime/default
    container.seccomp.security.alpha.kubernetes.io/web: runtime/default
    container.seccomp.security.alpha.kubernetes.io/other: unconfined
spec:
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "a local profile that the configuration does not know",
      options: { localProfiles: ["web.json"] },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {seccompProfile: {type: Localhost, localhostProfile: any.json}}
  containers:
    - {name: web, image: a, securityContext: {seccompProfile: {type: Localhost, localhostProfile: web.json}}}
`,
      findings: [
        {
          at: "6:73-6:81",
          problem: "localProfile",
          message: 'The pod of Pod "web" uses a local seccomp profile that the configuration does not allow.',
        },
      ],
      fixed: null,
    },
    {
      name: "turned off for the pod, and on again for each container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {seccompProfile: {type: Unconfined}}
  containers:
    - {name: web, image: a, securityContext: {seccompProfile: {type: RuntimeDefault}}}
`,
      findings: [
        {
          at: "6:44-6:54",
          problem: "overridden",
          message:
            'The pod of Pod "web" turns seccomp off for the next container, although all present ones override it.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {seccompProfile: {type: RuntimeDefault}}
  containers:
    - {name: web, image: a, securityContext: {seccompProfile: {type: RuntimeDefault}}}
`,
    },
  ],
};
