import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a workflow by the clock",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: docker push r.example/app:1\n",
      files: {
        ".github/workflows/n.yaml":
          "on: {schedule: [{cron: '0 1 * * *'}]}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image --exit-code 1 r.example/app:1\n",
      },
    },
    {
      name: "nothing is published",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
    },
  ],
  fail: [
    {
      name: "no workflow by the clock",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: docker push r.example/app:1\n      - run: trivy image --exit-code 1 r.example/app:1\n",
      findings: [
        {
          at: "7:14-7:20",
          problem: "notRescanned",
          message: "The image is published here, and no workflow scans it again by the clock.",
        },
      ],
      fixed: null,
    },
    {
      name: "one that does something else",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: docker/build-push-action@v6\n      - {uses: docker/build-push-action@v6, with: {push: true}}\n",
      files: {
        ".github/workflows/n.yaml":
          "on: {schedule: [{cron: '0 1 * * *'}]}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ls\n",
      },
      findings: [{ at: "7:16-7:43", problem: "notRescanned" }],
      fixed: null,
    },
  ],
};
