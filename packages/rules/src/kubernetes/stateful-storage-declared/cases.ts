import type { RuleCases } from "@plimsoll/core";

const set = (claims: string): string => `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  serviceName: web
  template:
    spec:
      containers: [{name: web, image: a}]
${claims}`;

const claims = `  volumeClaimTemplates:
    - metadata: {name: data}
      spec:
        resources:
          requests:
            storage: 1Gi
    - metadata: {name: log}
      spec: {resources: {requests: {storage: 2Gi}}}
`;

export const cases: RuleCases = {
  pass: [
    { name: "no claims", text: set("") },
    {
      name: "a claim that requests nothing",
      text: set("  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce]}}]\n"),
    },
    { name: "a declared one", text: set(claims), options: { statefulSets: ["web"] } },
  ],
  fail: [
    {
      name: "two claims",
      text: set(claims),
      findings: [
        {
          at: "14:22-14:25",
          problem: "undeclared",
          message: 'StatefulSet "web" keeps 1Gi of data for each pod, and no configuration declares it.',
        },
        { at: "16:46-16:49", problem: "undeclared" },
      ],
      fixed: null,
    },
    {
      name: "another one is declared",
      text: set("  volumeClaimTemplates: [{spec: {resources: {requests: {storage: 1Gi}}}}]\n"),
      options: { statefulSets: ["db"] },
      findings: [{ at: "9:66-9:69", problem: "undeclared" }],
      fixed: null,
    },
  ],
};
