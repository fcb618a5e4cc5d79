import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "kept",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image --exit-code 1 r.example/app:1\n      - {uses: actions/upload-artifact@v4, with: {name: a, path: r.json, retention-days: 365}}\n",
    },
    {
      name: "nothing is checked",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ls\n",
    },
  ],
  fail: [
    {
      name: "not kept",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image --exit-code 1 r.example/app:1\n",
      findings: [
        {
          at: "6:14-6:19",
          problem: "notKept",
          message: "The workflow checks here and keeps no report, so nothing proves later what was found.",
        },
      ],
      fixed: null,
    },
    {
      name: "not long enough",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image --exit-code 1 r.example/app:1\n      - {uses: actions/upload-artifact@v4, with: {name: a, path: r.json, retention-days: 5}}\n",
      findings: [
        {
          at: "7:16-7:42",
          problem: "tooShort",
          message: "What is uploaded is kept for 5 days; evidence is kept for at least 90.",
        },
      ],
      fixed: null,
    },
  ],
};
