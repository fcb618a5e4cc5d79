import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "not allowed",
      text: `apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata: {name: a}
allowPrivilegedContainer: false
`,
    },
  ],
  fail: [
    {
      name: "allowed",
      text: `apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata: {name: a}
allowPrivilegedContainer: true
`,
      findings: [
        {
          at: "4:27-4:31",
          problem: "privileged",
          message: 'SecurityContextConstraints "a" lets pods run privileged containers.',
        },
      ],
      fixed: `apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata: {name: a}
allowPrivilegedContainer: false
`,
    },
    {
      name: "in the old group",
      text: `apiVersion: v1
kind: SecurityContextConstraints
metadata: {name: a}
allowPrivilegedContainer: true
`,
      findings: [{ at: "4:27-4:31", problem: "privileged" }],
      fixed: `apiVersion: v1
kind: SecurityContextConstraints
metadata: {name: a}
allowPrivilegedContainer: false
`,
    },
  ],
};
