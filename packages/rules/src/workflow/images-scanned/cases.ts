import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "nothing is built",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo hello\n",
    },
    {
      name: "scanned behind the build",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: trivy image --exit-code 1 r.example/app:1\n",
    },
    {
      name: "scanned in a workflow that the end of this one starts",
      text: "name: CI\non: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
      files: {
        ".github/workflows/scan.yaml":
          "on: {workflow_run: {workflows: [CI]}}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: grype r.example/app:1 --fail-on high\n",
      },
    },
  ],
  fail: [
    {
      name: "built and pushed",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: docker push r.example/app:1\n",
      findings: [
        {
          at: "6:14-6:20",
          problem: "notScanned",
          message: "The image is built here, and no step of the pipeline scans it.",
        },
      ],
      fixed: null,
    },
    {
      name: "by an action, while another workflow scans something on its own",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: docker/build-push-action@v6\n",
      files: {
        ".github/workflows/other.yaml":
          "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image x\n",
      },
      findings: [{ at: "6:15-6:42", problem: "notScanned" }],
      fixed: null,
    },
  ],
};
