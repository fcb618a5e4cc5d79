import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a digest, and a tag with a digest",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: 'nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}
    - {name: log, image: 'nginx:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}
`,
    },
    {
      name: "an algorithm that only the registry may know",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: nginx@example:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}
`,
    },
    {
      name: "a text that is no reference for another reason",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: $(IMAGE)}
`,
    },
  ],
  fail: [
    {
      name: "a tag only",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27
`,
      findings: [
        {
          at: "8:14-8:24",
          problem: "unpinned",
          message:
            'Container "web" does not pin nginx:1.27 by digest: the tag can be moved to another image.',
        },
      ],
      fixed: null,
    },
    {
      name: "a digest that is too short, and one in upper case",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx@sha256:abc
    - name: log
      image: nginx@sha256:0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF
`,
      findings: [
        {
          at: "8:20-8:30",
          problem: "malformedDigest",
          message:
            'Container "web" has a malformed digest: the digest does not have the length of its algorithm.',
          severity: "error",
        },
        { at: "10:20-10:91", problem: "malformedDigest" },
      ],
      fixed: null,
    },
    {
      name: "the containers of a JobSet",
      text: `apiVersion: jobset.x-k8s.io/v1alpha2
kind: JobSet
metadata: {name: a}
spec:
  replicatedJobs:
    - name: a
      template: {spec: {template: {spec: {containers: [{name: w, image: 'w:1'}]}}}}
`,
      findings: [{ at: "7:73-7:78", problem: "unpinned" }],
      fixed: null,
    },
  ],
};
