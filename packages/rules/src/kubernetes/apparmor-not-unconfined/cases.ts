import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "profiles that confine, in fields and annotations",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/web: localhost/web
    container.apparmor.security.beta.kubernetes.io/log: runtime/default
spec:
  securityContext: {appArmorProfile: {type: RuntimeDefault}}
  containers:
    - {name: web, image: a, securityContext: {appArmorProfile: {type: Localhost, localhostProfile: web}}}
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
    appArmorProfile:
      type: Unconfined
  containers:
    - name: web
      image: a
      securityContext:
        appArmorProfile:
          type: Unconfined
`,
      findings: [
        { at: "8:13-8:23", problem: "unconfined" },
        {
          at: "14:17-14:27",
          problem: "unconfined",
          message:
            'Container "web" is not confined by AppArmor: its profile is neither RuntimeDefault nor Localhost.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    appArmorProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: a
      securityContext:
        appArmorProfile:
          type: RuntimeDefault
`,
    },
    {
      name: "the annotation on the pods of a Deployment",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata:
      annotations:
        container.apparmor.security.beta.kubernetes.io/web: unconfined
    spec:
      containers:
        - {name: web, image: a}
`,
      findings: [{ at: "8:61-8:71", problem: "unconfined" }],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata:
      annotations:
        container.apparmor.security.beta.kubernetes.io/web: runtime/default
    spec:
      containers:
        - {name: web, image: a}
`,
    },
    {
      name: "turned off for the pod, and on again for each container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {appArmorProfile: {type: Unconfined}}
  containers:
    - {name: web, image: a, securityContext: {appArmorProfile: {type: RuntimeDefault}}}
`,
      findings: [
        {
          at: "6:45-6:55",
          problem: "overridden",
          message:
            'The pod of Pod "web" turns AppArmor off for the next container, although all present ones override it.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {appArmorProfile: {type: RuntimeDefault}}
  containers:
    - {name: web, image: a, securityContext: {appArmorProfile: {type: RuntimeDefault}}}
`,
    },
  ],
};
