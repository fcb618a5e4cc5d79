import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "nothing is built",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo hello\n",
    },
    {
      name: "a baseline scan",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: zap-baseline.py -t http://localhost\n",
    },
  ],
  fail: [
    {
      name: "a build",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
      findings: [{ at: "6:14-6:20", problem: "noDynamicTest" }],
      fixed: null,
    },
    {
      name: "a deployment",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: helm upgrade a ./chart\n",
      findings: [{ at: "6:14-6:18", problem: "noDynamicTest" }],
      fixed: null,
    },
  ],
};
