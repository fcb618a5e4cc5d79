import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an environment",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    environment: production\n    steps:\n      - run: kubectl apply -f k\n",
    },
    {
      name: "nothing is handed on",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: docker push r.example/app:1\n",
    },
  ],
  fail: [
    {
      name: "a deployment",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: kubectl apply -f k\n",
      findings: [
        {
          at: "6:14-6:21",
          problem: "noDecision",
          message: "a hands on what was built, and nothing records a decision to do so.",
        },
      ],
      fixed: null,
    },
    {
      name: "a release",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: softprops/action-gh-release@v2\n",
      findings: [{ at: "6:15-6:45", problem: "noDecision" }],
      fixed: null,
    },
  ],
};
