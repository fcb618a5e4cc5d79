import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a version, and a registry with a port",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: 'example.com:5000/web:1.2.3'}
`,
    },
    {
      name: "a digest in place of a tag, and beside latest",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: 'nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}
    - {name: log, image: 'nginx:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}
`,
    },
    {
      name: "a text that is no reference",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: '{{ image }}'}
`,
    },
    {
      name: "a tag that the project does not count as moving",
      options: { mutableTags: ["latest"] },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: 'nginx:stable'}
`,
    },
  ],
  fail: [
    {
      name: "latest",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:latest
`,
      findings: [
        {
          at: "8:20-8:26",
          problem: "mutableTag",
          message: 'Container "web" uses the tag latest, which moves from image to image.',
        },
      ],
      fixed: null,
    },
    {
      name: "no tag",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: example.com:5000/web
`,
      findings: [
        {
          at: "8:14-8:34",
          problem: "untagged",
          message: 'Container "web" uses example.com:5000/web without a tag, which means latest.',
        },
      ],
      fixed: null,
    },
    {
      name: "a moving tag in quotes, and an image volume without a tag",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, image: {reference: example.com/a}}
  containers:
    - name: web
      image: "nginx:main"
`,
      findings: [
        { at: "7:36-7:49", problem: "untagged" },
        { at: "10:21-10:25", problem: "mutableTag" },
      ],
      fixed: null,
    },
  ],
};
