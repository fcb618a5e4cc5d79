import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "explained",
      text: `apiVersion: kyverno.io/v2
kind: PolicyException
metadata:
  name: a
  annotations: {x.io/reason: r, x.io/owner: o, x.io/expires: "2027-01-01"}
spec: {exceptions: [{policyName: p, ruleNames: [r]}]}
`,
    },
    {
      name: "a Gatekeeper configuration that excludes nothing",
      text: `apiVersion: config.gatekeeper.sh/v1alpha1
kind: Config
metadata: {name: config}
spec: {sync: {}}
`,
    },
  ],
  fail: [
    {
      name: "nothing said",
      text: `apiVersion: kyverno.io/v2
kind: PolicyException
metadata:
  name: a
spec: {exceptions: [{policyName: p, ruleNames: [r]}]}
`,
      findings: [
        {
          at: "3:1-3:9",
          problem: "unjustified",
          message: 'PolicyException "a" has no annotation that says its reason, owner, expires.',
        },
      ],
      fixed: null,
    },
    {
      name: "no date, and a wildcard",
      text: `apiVersion: kyverno.io/v2
kind: PolicyException
metadata:
  name: a
  annotations: {x.io/reason: r, x.io/owner: o}
spec:
  exceptions:
    - policyName: p
      ruleNames: ["*"]
`,
      findings: [
        { at: "5:3-5:14", problem: "unjustified" },
        { at: "8:7-8:17", problem: "wildcard" },
      ],
      fixed: null,
    },
  ],
};
