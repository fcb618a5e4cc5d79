import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a slash, and a digest",
      text: `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sAllowedRepos
metadata: {name: a}
spec: {parameters: {repos: ["registry1.dso.mil/ironbank/", "x/y@sha256:abc"]}}
`,
    },
  ],
  fail: [
    {
      name: "no slash",
      text: `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sAllowedRepos
metadata: {name: a}
spec:
  parameters:
    repos:
      - registry1.dso.mil
`,
      findings: [
        {
          at: "7:9-7:26",
          problem: "openEnd",
          message:
            'K8sAllowedRepos "a" allows every repository whose name starts with registry1.dso.mil: a registry such as registry1.dso.mil.example.com too.',
        },
      ],
      fixed: `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sAllowedRepos
metadata: {name: a}
spec:
  parameters:
    repos:
      - registry1.dso.mil/
`,
    },
    {
      name: "one of two",
      text: `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sAllowedRepos
metadata: {name: a}
spec: {parameters: {repos: [registry1.dso.mil/, quay.io/x]}}
`,
      findings: [{ at: "4:49-4:58", problem: "openEnd" }],
      fixed: `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sAllowedRepos
metadata: {name: a}
spec: {parameters: {repos: [registry1.dso.mil/, quay.io/x/]}}
`,
    },
  ],
};
