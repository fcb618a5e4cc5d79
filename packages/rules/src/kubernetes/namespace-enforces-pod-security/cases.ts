import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "restricted, and baseline",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
---
apiVersion: v1
kind: Namespace
metadata:
  name: db
  labels:
    pod-security.kubernetes.io/enforce: baseline
`,
    },
  ],
  fail: [
    {
      name: "no labels",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
      findings: [
        {
          at: "3:1-3:9",
          problem: "missing",
          message: 'Namespace "shop" enforces no Pod Security Standard: it admits privileged pods.',
        },
      ],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
`,
    },
    {
      name: "only a warning",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/warn: restricted
`,
      findings: [{ at: "5:3-5:9", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/enforce: restricted
`,
    },
    {
      name: "privileged",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: privileged
`,
      findings: [{ at: "6:41-6:51", problem: "privileged" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
`,
    },
  ],
};
