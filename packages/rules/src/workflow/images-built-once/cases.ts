import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "one build for all",
      text: "on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n  test:\n    needs: build\n    runs-on: ubuntu-24.04\n    environment: test\n    steps:\n      - run: kubectl apply -f k\n  prod:\n    needs: test\n    runs-on: ubuntu-24.04\n    environment: production\n    steps:\n      - run: kubectl apply -f k\n",
    },
    {
      name: "two Dockerfiles",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    environment: test\n    steps:\n      - run: docker build -f a.Dockerfile .\n  b:\n    runs-on: ubuntu-24.04\n    environment: production\n    steps:\n      - run: docker build -f b.Dockerfile .\n",
    },
  ],
  fail: [
    {
      name: "a build for each environment",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    environment: test\n    steps:\n      - run: docker build -t r.example/app:1 .\n  b:\n    needs: a\n    runs-on: ubuntu-24.04\n    environment: production\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
      findings: [{ at: "13:14-13:20", problem: "rebuilt" }],
      fixed: null,
    },
    {
      name: "in another workflow",
      text: "on: push\njobs:\n  b:\n    runs-on: ubuntu-24.04\n    environment: production\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
      files: {
        ".github/workflows/a.yaml":
          "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    environment: test\n    steps:\n      - run: docker build -t r.example/app:1 .\n",
      },
      findings: [{ at: "7:14-7:20", problem: "rebuilt" }],
      fixed: null,
    },
  ],
};
