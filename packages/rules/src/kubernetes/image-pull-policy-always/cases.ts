import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "by digest, always, and the default without a tag",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - {name: a, image: "nginx:1.27@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", imagePullPolicy: IfNotPresent}
    - {name: b, image: "nginx:1.27", imagePullPolicy: Always}
    - {name: c, image: "localhost:5000/nginx"}
    - {name: d, image: "nginx:latest"}
`,
    },
  ],
  fail: [
    {
      name: "if not present",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      image: nginx:1.27
      imagePullPolicy: IfNotPresent
`,
      findings: [
        {
          at: "8:24-8:36",
          problem: "notAlways",
          message:
            'Container "web" may start an image that its node kept, without asking the registry whether it may.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      image: nginx:1.27
      imagePullPolicy: Always
`,
    },
    {
      name: "the default with a tag",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      image: nginx:1.27
`,
      findings: [{ at: "6:7-6:11", problem: "notAlways" }],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      image: nginx:1.27
      imagePullPolicy: Always
`,
    },
    {
      name: "not stated, where that is asked for",
      options: { stated: true },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx
    - name: log
      image: nginx:latest
      imagePullPolicy: Always
`,
      findings: [
        {
          at: "7:7-7:11",
          problem: "notStated",
          message:
            'Container "web" leaves it to the tag of its image whether it is pulled: imagePullPolicy is not stated.',
        },
      ],
      safety: "safe",
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx
      imagePullPolicy: Always
    - name: log
      image: nginx:latest
      imagePullPolicy: Always
`,
    },
  ],
};
