import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "internal by annotation",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  annotations: {service.beta.kubernetes.io/aws-load-balancer-internal: "true"}
spec: {type: LoadBalancer}
`,
    },
  ],
  fail: [
    {
      name: "a load balancer",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: LoadBalancer
`,
      findings: [
        {
          at: "3:18-3:21",
          problem: "loadBalancer",
          message:
            'Service "web" gets a load balancer of its own, past the declared entry point: no annotation keeps it internal.',
        },
      ],
      fixed: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: ClusterIP
`,
    },
    {
      name: "marked as not internal",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    service.beta.kubernetes.io/azure-load-balancer-internal: "false"
spec:
  type: LoadBalancer
`,
      findings: [{ at: "5:3-5:14", problem: "loadBalancer" }],
      fixed: `apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    service.beta.kubernetes.io/azure-load-balancer-internal: "false"
spec:
  type: ClusterIP
`,
    },
  ],
};
