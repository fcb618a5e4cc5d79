import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "no policies here",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
`,
    },
    {
      name: "Kyverno verifies",
      text: `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: images}
spec: {rules: [{name: a, verifyImages: [{imageReferences: ["*"]}]}]}
`,
    },
  ],
  fail: [
    {
      name: "other policies only",
      text: `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: labels}
spec: {rules: [{name: a, validate: {}}]}
`,
      findings: [
        {
          at: "3:18-3:24",
          problem: "missing",
          message:
            'No policy of the workspace verifies signatures of images, though it holds admission policies such as ClusterPolicy "labels".',
        },
      ],
      fixed: null,
    },
    {
      name: "said once",
      text: `apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: {name: labels}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: b}
`,
      findings: [{ at: "3:18-3:24", problem: "missing" }],
      fixed: null,
    },
  ],
};
