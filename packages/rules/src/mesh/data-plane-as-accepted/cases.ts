import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "sidecars, as the design says",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
    },
    {
      name: "ambient mode where it was accepted",
      options: { dataPlane: "ambient" },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio.io/dataplane-mode: ambient
`,
    },
    {
      name: "any mode, and one mode",
      options: { dataPlane: "any" },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio.io/dataplane-mode: ambient
---
apiVersion: v1
kind: Namespace
metadata:
  name: bank
  labels:
    istio.io/dataplane-mode: ambient
`,
    },
    {
      name: "a namespace outside of the mesh is told elsewhere",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
    },
  ],
  fail: [
    {
      name: "ambient mode where sidecars were accepted",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio.io/dataplane-mode: ambient
`,
      findings: [
        {
          at: "4:9-4:13",
          problem: "differs",
          message: 'Namespace "shop" asks for data plane "ambient", and the accepted one is "sidecar".',
        },
      ],
      fixed: null,
    },
    {
      name: "sidecars where ambient mode was accepted",
      options: { dataPlane: "ambient" },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
      findings: [{ at: "4:9-4:13", problem: "differs" }],
      fixed: null,
    },
    {
      name: "both in one mesh",
      options: { dataPlane: "any" },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: bank
  labels:
    istio-injection: enabled
---
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio.io/dataplane-mode: ambient
`,
      findings: [
        {
          at: "11:9-11:13",
          problem: "mixed",
          message: 'Namespace "shop" has data plane "ambient", and Namespace "bank" has "sidecar".',
        },
      ],
      fixed: null,
    },
    {
      name: "both for one namespace",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio.io/dataplane-mode: ambient
    istio-injection: enabled
`,
      findings: [{ at: "4:9-4:13", problem: "differs" }],
      fixed: null,
    },
    {
      name: "labels of a proxy where the network plugin is the mesh",
      options: { dataPlane: "node-agent" },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
      findings: [{ at: "4:9-4:13", problem: "differs" }],
      fixed: null,
    },
  ],
};
