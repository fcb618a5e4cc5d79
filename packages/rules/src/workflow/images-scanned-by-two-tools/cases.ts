import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "two tools",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: trivy image --exit-code 1 r.example/app:1\n      - run: grype r.example/app:1 --fail-on high\n",
    },
    {
      name: "a scan of what another system built",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image --exit-code 1 r.example/app:1\n",
    },
  ],
  fail: [
    {
      name: "one tool",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: trivy image --exit-code 1 r.example/app:1\n",
      findings: [
        {
          at: "7:14-7:19",
          problem: "oneTool",
          message: "Only trivy scans the image; two tools with different data find more.",
        },
      ],
      fixed: null,
    },
    {
      name: "one tool by command and by action",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - uses: aquasecurity/trivy-action@v1\n      - run: trivy image --exit-code 1 r.example/app:1\n",
      findings: [{ at: "7:15-7:43", problem: "oneTool" }],
      fixed: null,
    },
  ],
};
