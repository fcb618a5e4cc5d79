import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a deadline",
      text: `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec: {startingDeadlineSeconds: 300}
`,
    },
  ],
  fail: [
    {
      name: "none",
      text: `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec:
  schedule: "0 3 * * *"
`,
      findings: [
        {
          at: "4:1-4:5",
          problem: "missing",
          message:
            'CronJob "nightly" has no startingDeadlineSeconds: after a long outage it may never start again.',
        },
      ],
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec:
  schedule: "0 3 * * *"
  startingDeadlineSeconds: 300
`,
    },
    {
      name: "in flow style",
      text: `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec: {schedule: "0 3 * * *"}
`,
      findings: [{ at: "4:1-4:5", problem: "missing" }],
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec: {schedule: "0 3 * * *", startingDeadlineSeconds: 300}
`,
    },
  ],
};
