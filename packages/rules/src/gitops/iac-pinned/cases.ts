import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a provider by digest",
      text: `apiVersion: pkg.crossplane.io/v1
kind: Provider
metadata:
  name: cloud
spec:
  package: registry.example.com/crossplane/cloud@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`,
    },
    {
      name: "a package that is filled in",
      text: `apiVersion: pkg.crossplane.io/v1
kind: Configuration
metadata:
  name: platform
spec:
  package: "registry.example.com/platform:\${VERSION}"
`,
    },
    {
      name: "a plan that was read",
      text: `apiVersion: infra.contrib.fluxcd.io/v1alpha2
kind: Terraform
metadata:
  name: network
spec:
  approvePlan: plan-main-0a1b2c3
  path: ./network
`,
    },
  ],
  fail: [
    {
      name: "a provider by the newest",
      text: `apiVersion: pkg.crossplane.io/v1
kind: Provider
metadata:
  name: cloud
spec:
  package: registry.example.com/crossplane/cloud
`,
      findings: [
        {
          at: "6:12-6:49",
          problem: "noVersion",
          message:
            'Provider "cloud" takes package "registry.example.com/crossplane/cloud" at whatever is newest.',
        },
      ],
      fixed: null,
    },
    {
      name: "a function by a tag that moves",
      text: `apiVersion: pkg.crossplane.io/v1
kind: Function
metadata:
  name: patch
spec:
  package: registry.example.com/crossplane/patch:latest
`,
      findings: [
        {
          at: "6:12-6:56",
          problem: "moving",
          message: 'Function "patch" takes package version "latest", which moves.',
        },
      ],
      fixed: null,
    },
    {
      name: "a configuration by a version",
      text: `apiVersion: pkg.crossplane.io/v1
kind: Configuration
metadata:
  name: platform
spec:
  package: registry.example.com/platform:v1.2.3
`,
      findings: [
        {
          at: "6:12-6:48",
          problem: "tag",
          message: 'Configuration "platform" takes a package by tag "v1.2.3": a digest cannot be moved.',
          severity: "info",
        },
      ],
      fixed: null,
    },
    {
      name: "every plan is applied",
      text: `apiVersion: infra.contrib.fluxcd.io/v1alpha2
kind: Terraform
metadata:
  name: network
spec:
  approvePlan: auto
  path: ./network
`,
      findings: [
        {
          at: "6:16-6:20",
          problem: "unread",
          message: 'Terraform "network" applies every plan by itself: nobody has to read it.',
        },
      ],
      fixed: null,
    },
  ],
};
