import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "nothing is built",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo hello\n",
    },
    {
      name: "written by syft",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: docker push r.example/app:1\n      - run: syft r.example/app:1\n",
    },
    {
      name: "built but not pushed",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
    },
  ],
  fail: [
    {
      name: "pushed by a command",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: docker push r.example/app:1\n",
      findings: [
        {
          at: "7:14-7:20",
          problem: "noBillOfMaterials",
          message: "The image is pushed, and nothing makes a bill of its materials.",
        },
      ],
      fixed: null,
    },
    {
      name: "pushed by an action",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - {uses: docker/build-push-action@v6, with: {push: true}}\n",
      findings: [{ at: "6:16-6:43", problem: "noBillOfMaterials" }],
      fixed: null,
    },
  ],
};
