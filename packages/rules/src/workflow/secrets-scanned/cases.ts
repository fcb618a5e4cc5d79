import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "nothing is built",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo hello\n",
    },
    {
      name: "a scan",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: gitleaks detect\n",
    },
  ],
  fail: [
    {
      name: "a build",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
      findings: [{ at: "6:14-6:20", problem: "noSecretScan" }],
      fixed: null,
    },
    {
      name: "a deployment",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: kubectl apply -f k8s\n",
      findings: [{ at: "6:14-6:21", problem: "noSecretScan" }],
      fixed: null,
    },
  ],
};
