import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "another controller",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec: {containers: [{name: a, image: "registry1.dso.mil/ironbank/tetrate/istio/proxyv2:1.26"}]}
`,
    },
  ],
  fail: [
    {
      name: "the controller",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec:
  template:
    spec:
      containers:
        - name: controller
          image: registry.k8s.io/ingress-nginx/controller:v1.12.1
`,
      findings: [
        {
          at: "9:18-9:66",
          problem: "retired",
          message:
            'Container "controller" runs ingress-nginx, which has had no maintainers and no security fixes since March 2026.',
        },
      ],
      fixed: null,
    },
    {
      name: "an older name",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec: {containers: [{name: a, image: "quay.io/kubernetes-ingress-controller/nginx-ingress-controller/nginx-ingress-controller:0.33"}]}
`,
      findings: [{ at: "4:38-4:132", problem: "retired" }],
      fixed: null,
    },
  ],
};
