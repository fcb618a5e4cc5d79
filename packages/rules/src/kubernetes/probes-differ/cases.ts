import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "different paths",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, livenessProbe: {httpGet: {path: /live, port: 80}}, readinessProbe: {httpGet: {path: /ready, port: 80}}}]}
`,
    },
  ],
  fail: [
    {
      name: "the same",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      livenessProbe: {httpGet: {path: /, port: 80}}
      readinessProbe: {httpGet: {path: /, port: 80}}
`,
      findings: [
        {
          at: "7:7-7:20",
          problem: "identical",
          message: 'Container "web" is restarted by the same probe that should only take it out of service.',
        },
      ],
      fixed: null,
    },
    {
      name: "written in another order",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      readinessProbe:
        periodSeconds: 5
        exec: {command: [check]}
      livenessProbe:
        exec:
          command:
            - check
        periodSeconds: 5
`,
      findings: [{ at: "10:7-10:20", problem: "identical" }],
      fixed: null,
    },
  ],
};
