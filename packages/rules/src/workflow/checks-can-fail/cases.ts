import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a scan that fails the job, and a report in any case",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: trivy image --exit-code 1 r.example/app:1\n      - {if: always(), uses: actions/upload-artifact@v4, with: {name: a, path: r.json}}\n  b:\n    needs: a\n    runs-on: ubuntu-24.04\n    steps:\n      - run: kubectl apply -f k\n",
    },
    {
      name: "a deployment that asks for the results itself",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image --exit-code 1 r.example/app:1\n  b:\n    needs: a\n    runs-on: ubuntu-24.04\n    if: always() && needs.a.result == 'success'\n    steps:\n      - run: kubectl apply -f k\n",
    },
  ],
  fail: [
    {
      name: "a step that goes on, and a command whose failure is swallowed",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - {run: 'trivy image --exit-code 1 x', continue-on-error: true}\n      - run: grype x --fail-on high || true\n",
      findings: [
        { at: "6:65-6:69", problem: "cannotFail" },
        { at: "7:40-7:44", problem: "cannotFail" },
      ],
      fixed: null,
    },
    {
      name: "a tool that was not told to fail, and a deployment in any case",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: trivy image x\n  b:\n    needs: a\n    runs-on: ubuntu-24.04\n    if: always()\n    steps:\n      - run: kubectl apply -f k\n",
      findings: [
        { at: "6:14-6:19", problem: "cannotFail" },
        { at: "10:9-10:17", problem: "heedless", message: "b runs although a stage before it failed." },
      ],
      fixed: null,
    },
  ],
};
