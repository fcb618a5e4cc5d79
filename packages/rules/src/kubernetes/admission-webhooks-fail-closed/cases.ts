import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "refuses",
      text: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: a}
webhooks:
  - {name: a.example.com, failurePolicy: Fail}
  - {name: b.example.com}
`,
    },
  ],
  fail: [
    {
      name: "one of two",
      text: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: a}
webhooks:
  - name: a.example.com
    failurePolicy: Ignore
  - name: b.example.com
    failurePolicy: Fail
`,
      findings: [
        {
          at: "6:20-6:26",
          problem: "webhookIgnored",
          message:
            'Webhook "a.example.com" of ValidatingWebhookConfiguration "a" admits everything while it cannot be reached.',
        },
      ],
      fixed: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: a}
webhooks:
  - name: a.example.com
    failurePolicy: Fail
  - name: b.example.com
    failurePolicy: Fail
`,
    },
    {
      name: "a changing webhook",
      text: `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: a}
webhooks: [{name: a.example.com, failurePolicy: Ignore}]
`,
      findings: [{ at: "4:49-4:55", problem: "webhookIgnored" }],
      fixed: `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: a}
webhooks: [{name: a.example.com, failurePolicy: Fail}]
`,
    },
  ],
};
