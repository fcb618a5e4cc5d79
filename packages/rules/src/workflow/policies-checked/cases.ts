import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "nothing is built",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo hello\n",
    },
    {
      name: "both",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: oscap-podman r.example/app:1 xccdf eval x\n      - run: conftest test k8s\n",
    },
  ],
  fail: [
    {
      name: "neither",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
      findings: [
        { at: "6:14-6:20", problem: "noScap" },
        { at: "6:14-6:20", problem: "noPolicyCheck" },
      ],
      fixed: null,
    },
    {
      name: "policies only",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: conftest test k8s\n",
      findings: [
        {
          at: "6:14-6:20",
          problem: "noScap",
          message: "No workflow checks an image against SCAP content, and this one makes the product.",
        },
      ],
      fixed: null,
    },
  ],
};
