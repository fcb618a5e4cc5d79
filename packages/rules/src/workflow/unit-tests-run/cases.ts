import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "nothing is built",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo hello\n",
    },
    {
      name: "tests in another workflow",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
      files: {
        ".github/workflows/other.yaml":
          "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm test\n",
      },
    },
  ],
  fail: [
    {
      name: "a build",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
      findings: [{ at: "6:14-6:20", problem: "noUnitTests" }],
      fixed: null,
    },
    {
      name: "an action that builds",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: docker/build-push-action@v6\n",
      findings: [{ at: "6:15-6:42", problem: "noUnitTests" }],
      fixed: null,
    },
  ],
};
