import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "internal",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
`,
    },
  ],
  fail: [
    {
      name: "a NodePort",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: NodePort
  selector: {app: web}
  ports: [{port: 80}]
`,
      findings: [
        {
          at: "5:9-5:17",
          problem: "nodePort",
          message: 'Service "web" opens a port on every node, past the declared entry point.',
        },
      ],
      fixed: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  type: ClusterIP
  selector: {app: web}
  ports: [{port: 80}]
`,
    },
    {
      name: "in JSON",
      text: `{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"type": "NodePort"}}
`,
      findings: [{ at: "1:87-1:97", problem: "nodePort" }],
      fixed: `{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"type": "ClusterIP"}}
`,
    },
  ],
};
