import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "in order",
      text: "on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n  scan:\n    needs: build\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image --exit-code 1 r.example/app:1\n  ship:\n    needs: scan\n    runs-on: ubuntu-24.04\n    steps:\n      - run: kubectl apply -f k\n",
    },
    {
      name: "nothing is built",
      text: "on: workflow_dispatch\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ls\n",
    },
  ],
  fail: [
    {
      name: "a deployment beside its scan",
      text: "on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n  scan:\n    needs: build\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image --exit-code 1 r.example/app:1\n  ship:\n    needs: build\n    runs-on: ubuntu-24.04\n    steps:\n      - run: kubectl apply -f k\n",
      findings: [
        {
          at: "12:3-12:7",
          problem: "passesBy",
          message: "ship does not wait for checks of this workflow: scan.",
        },
      ],
      fixed: null,
    },
    {
      name: "a build by hand only",
      text: "on: workflow_dispatch\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
      findings: [
        {
          at: "1:5-1:22",
          problem: "noTrigger",
          message: "The image is built by hand or by the clock only; no change of the code starts a build.",
        },
      ],
      fixed: null,
    },
  ],
};
