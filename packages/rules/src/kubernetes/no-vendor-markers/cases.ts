import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "portable annotations",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  annotations: {prometheus.io/scrape: "true"}
`,
    },
  ],
  fail: [
    {
      name: "an annotation",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-type: nlb
`,
      findings: [
        {
          at: "6:5-6:54",
          problem: "annotation",
          message:
            '"service.beta.kubernetes.io/aws-load-balancer-type" means something only on AWS; portable: mesh gateway Service kept in platform overlay; Gateway API.',
        },
      ],
      fixed: `apiVersion: v1
kind: Service
metadata:
  name: web
  annotations: {}
`,
    },
    {
      name: "a provisioner",
      text: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: fast}
provisioner: ebs.csi.aws.com
`,
      findings: [{ at: "4:14-4:29", problem: "provisioner" }],
      fixed: null,
    },
    {
      name: "a class and a node label",
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {ingressClassName: alb}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      nodeSelector:
        eks.amazonaws.com/nodegroup: a
`,
      findings: [
        { at: "4:26-4:29", problem: "ingressClass" },
        { at: "13:9-13:36", problem: "nodeLabel" },
      ],
      fixed: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {ingressClassName: alb}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      nodeSelector: {}
`,
      remains: true,
    },
  ],
};
