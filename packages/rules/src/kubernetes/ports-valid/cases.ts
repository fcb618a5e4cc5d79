import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "valid ports",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{name: a-long-name-of-a-service-port, port: 80, targetPort: http}, {name: b, port: 81, targetPort: 8081}]}
`,
    },
  ],
  fail: [
    {
      name: "a name that is too long, and zero",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      ports:
        - name: this-name-is-too-long
          containerPort: 8080
        - containerPort: 0
`,
      findings: [
        {
          at: "8:17-8:38",
          problem: "name",
          message:
            'Port "this-name-is-too-long" of container "web" is not a valid name: up to 15 lower-case letters, digits and hyphens.',
        },
        { at: "10:26-10:27", problem: "number" },
      ],
      fixed: null,
    },
    {
      name: "a target, and a name that is used twice",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  ports:
    - {name: http, port: 80, targetPort: HTTP_main}
    - {name: http, port: 81}
`,
      findings: [
        { at: "6:42-6:51", problem: "name" },
        { at: "7:14-7:18", problem: "duplicateName" },
      ],
      fixed: null,
    },
  ],
};
