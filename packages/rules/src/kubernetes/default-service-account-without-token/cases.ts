import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "turned off",
      text: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
automountServiceAccountToken: false
`,
    },
    {
      name: "another account",
      text: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
`,
    },
  ],
  fail: [
    {
      name: "not set",
      text: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
`,
      findings: [
        {
          at: "4:9-4:16",
          problem: "tokenMounted",
          message:
            "The default service account gives its token to every pod of the namespace that does not refuse it.",
        },
      ],
      fixed: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
automountServiceAccountToken: false
`,
    },
    {
      name: "turned on",
      text: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
automountServiceAccountToken: true
`,
      findings: [{ at: "5:31-5:35", problem: "tokenMounted" }],
      fixed: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: default
automountServiceAccountToken: false
`,
    },
  ],
};
