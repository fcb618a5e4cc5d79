import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a day",
      text: `apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec: {ttlSecondsAfterFinished: 86400}
`,
    },
    {
      name: "at once",
      text: `apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec: {ttlSecondsAfterFinished: 0}
`,
    },
  ],
  fail: [
    {
      name: "for ever",
      text: `apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec:
  template: {}
`,
      findings: [
        {
          at: "4:1-4:5",
          problem: "kept",
          message: 'Job "once" is kept for ever after it finished, with its pods.',
        },
      ],
      fixed: `apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec:
  template: {}
  ttlSecondsAfterFinished: 86400
`,
    },
    {
      name: "null is absent",
      text: `apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec: {ttlSecondsAfterFinished: null}
`,
      findings: [{ at: "4:1-4:5", problem: "kept" }],
      fixed: `apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec: {ttlSecondsAfterFinished: 86400}
`,
    },
  ],
};
