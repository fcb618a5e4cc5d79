import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "nothing is built",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo hello\n",
    },
    {
      name: "stated by the builder",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - {uses: docker/build-push-action@v6, with: {push: true, provenance: mode=max}}\n",
    },
  ],
  fail: [
    {
      name: "pushed by a command",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: docker push r.example/app:1\n",
      findings: [{ at: "7:14-7:20", problem: "noProvenance" }],
      fixed: null,
    },
    {
      name: "pushed by another command",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: buildah bud -t x .\n      - run: buildah push x\n",
      findings: [{ at: "7:14-7:21", problem: "noProvenance" }],
      fixed: null,
    },
  ],
};
