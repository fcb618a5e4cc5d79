import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a Service with pods",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {type: ClusterIP}
`,
    },
  ],
  fail: [
    {
      name: "a name outside",
      text: `apiVersion: v1
kind: Service
metadata: {name: db}
spec:
  type: ExternalName
  externalName: db.example.com
`,
      findings: [
        {
          at: "6:17-6:31",
          problem: "externalName",
          message:
            'Service "db" sends its callers to db.example.com, past egress policies that go by Service.',
        },
      ],
      fixed: null,
    },
    {
      name: "without the name",
      text: `apiVersion: v1
kind: Service
metadata: {name: db}
spec: {type: ExternalName}
`,
      findings: [{ at: "4:14-4:26", problem: "externalName" }],
      fixed: null,
    },
  ],
};
