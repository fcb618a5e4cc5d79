import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an image of Iron Bank, with tag and digest",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry1.dso.mil/ironbank/opensource/nginx/nginx:1.27@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`,
    },
    {
      name: "the factory's own registry",
      images: { registry: "harbor.factory.mil/team" },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: harbor.factory.mil/team/web:1}
`,
    },
    {
      name: "a mirror of Iron Bank",
      images: { mirrors: [{ from: "registry1.dso.mil/ironbank/", to: "harbor.factory.mil/ironbank/" }] },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: harbor.factory.mil/ironbank/redhat/ubi/ubi9}
`,
    },
    {
      name: "a malformed digest, which image-pinned-by-digest reports",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: registry1.dso.mil/ironbank/redhat/ubi/ubi9@sha256:abc}
`,
    },
    {
      name: "an image that Istio puts in",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: istio-proxy, image: auto}
`,
    },
  ],
  fail: [
    {
      name: "Docker Hub, where Iron Bank has the same software",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27 # for now
`,
      findings: [
        {
          at: "8:14-8:24",
          problem: "notApproved",
          message: 'Container "web" uses docker.io/library/nginx, which is from no approved source.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry1.dso.mil/ironbank/opensource/nginx/nginx:1.27 # for now
`,
    },
    {
      name: "an init container, an ephemeral container and an image volume",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - {name: setup, image: 'example.com/setup:1'}
  ephemeralContainers:
    - {name: debug, image: example.com/debug}
  volumes:
    - {name: data, image: {reference: example.com/data}}
  containers:
    - {name: web, image: registry1.dso.mil/ironbank/opensource/nginx/nginx}
`,
      findings: [
        { at: "7:28-7:49", problem: "notApproved" },
        { at: "9:28-9:45", problem: "notApproved" },
        {
          at: "11:39-11:55",
          problem: "notApproved",
          message: 'Volume "data" uses example.com/data, which is from no approved source.',
        },
      ],
      fixed: null,
    },
    {
      name: "approved, but not trusted",
      images: { approvedUntrusted: ["docker.io/library/nginx"] },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: nginx:1}
`,
      findings: [
        {
          at: "7:26-7:33",
          problem: "untrusted",
          message:
            'Container "web" uses docker.io/library/nginx, which is approved but not trusted: it needs an exception record.',
          severity: "warning",
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: registry1.dso.mil/ironbank/opensource/nginx/nginx:1}
`,
    },
    {
      name: "a placeholder that another tool fills in",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: \${IMAGE}
`,
      findings: [
        {
          at: "8:14-8:22",
          problem: "unreadable",
          message:
            'Container "web" has the image "${IMAGE}", which is no reference, so where it comes from is not known.',
          severity: "warning",
        },
      ],
      fixed: null,
    },
    {
      name: "a host that only begins like an approved one",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: registry1.dso.mil.example.com/ironbank/web}
`,
      findings: [{ at: "7:26-7:68", problem: "notApproved" }],
      fixed: null,
    },
    {
      name: "fields of custom resources that name images",
      text: `apiVersion: tekton.dev/v1
kind: Task
metadata: {name: build}
spec:
  steps:
    - {name: lint, image: example.com/lint:1}
    - {name: test, image: registry1.dso.mil/ironbank/redhat/ubi/ubi9}
---
apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata: {name: nightly}
spec:
  workflowSpec:
    templates:
      - name: main
        container: {image: example.com/main:1}
`,
      findings: [
        {
          at: "6:27-6:45",
          problem: "notApproved",
          message: "spec.steps[name=lint].image uses example.com/lint, which is from no approved source.",
        },
        { at: "16:28-16:46", problem: "notApproved" },
      ],
      fixed: null,
    },
  ],
};
