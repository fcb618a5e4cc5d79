import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "enforced",
      text: `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: a}
spec:
  validationFailureAction: Enforce
  rules: [{name: a, validate: {}}]
`,
    },
    {
      name: "a policy that only changes objects",
      text: `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: a}
spec: {rules: [{name: a, mutate: {}}]}
`,
    },
  ],
  fail: [
    {
      name: "by default",
      text: `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: a}
spec:
  rules: [{name: a, validate: {}}]
`,
      findings: [
        {
          at: "4:1-4:5",
          problem: "audit",
          message: 'ClusterPolicy "a" only writes reports: what breaks it is admitted all the same.',
        },
      ],
      fixed: `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: a}
spec:
  rules: [{name: a, validate: {}}]
  validationFailureAction: Enforce
`,
    },
    {
      name: "written out",
      text: `apiVersion: kyverno.io/v1
kind: Policy
metadata: {name: a}
spec:
  validationFailureAction: audit
  rules: [{name: a, verifyImages: []}]
`,
      findings: [{ at: "5:28-5:33", problem: "audit" }],
      fixed: `apiVersion: kyverno.io/v1
kind: Policy
metadata: {name: a}
spec:
  validationFailureAction: Enforce
  rules: [{name: a, verifyImages: []}]
`,
    },
    {
      name: "the other engines",
      text: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: a}
spec:
  validationActions: [Warn, Audit]
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sRequiredLabels
metadata: {name: a}
spec: {enforcementAction: dryrun}
---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: a}
spec:
  rules:
    - name: a
      validate:
        failureAction: Audit
---
apiVersion: policies.kubewarden.io/v1
kind: ClusterAdmissionPolicy
metadata: {name: a}
spec: {mode: monitor}
`,
      findings: [
        { at: "5:3-5:20", problem: "audit" },
        { at: "10:27-10:33", problem: "audit" },
        { at: "19:24-19:29", problem: "audit" },
        { at: "24:14-24:21", problem: "audit" },
      ],
      fixed: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: a}
spec:
  validationActions:
    - Deny
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sRequiredLabels
metadata: {name: a}
spec: {enforcementAction: deny}
---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: a}
spec:
  rules:
    - name: a
      validate:
        failureAction: Enforce
---
apiVersion: policies.kubewarden.io/v1
kind: ClusterAdmissionPolicy
metadata: {name: a}
spec: {mode: protect}
`,
    },
  ],
};
