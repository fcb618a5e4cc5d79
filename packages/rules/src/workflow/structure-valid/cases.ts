import type { RuleCases } from "@plimsoll/core";

const WHOLE = `name: Factory
on:
  push:
    branches: [main]
  schedule:
    - cron: "0 6 * * *"
  workflow_dispatch:
    inputs:
      dry-run: {type: boolean, default: false}
permissions: read-all
env: {A: 1}
concurrency: {group: a, cancel-in-progress: true}
jobs:
  build:
    runs-on: {group: large, labels: [linux]}
    container: {image: alpine, options: ""}
    services: {db: postgres}
    strategy: {matrix: {os: [a, b]}, max-parallel: "\${{ fromJSON('2') }}"}
    environment: {name: test, url: "https://x"}
    timeout-minutes: 5
    outputs: {digest: x}
    steps:
      - run: make
        shell: bash
      - &checkout
        uses: actions/checkout@v4
        with: {fetch-depth: 0}
      - *checkout
  call:
    needs: [build]
    uses: ./.github/workflows/scan.yaml
    with: {image: x}
    secrets: inherit
`;

export const cases: RuleCases = {
  pass: [
    { name: "a whole workflow", text: WHOLE },
    {
      name: "a composite action",
      path: "build/action.yml",
      text: "name: Build\ndescription: Builds\ninputs:\n  a:\n    description: x\noutputs:\n  b:\n    value: y\nruns:\n  using: composite\n  steps:\n    - run: make\n      shell: bash\n",
    },
    {
      name: "another file called action.yml",
      path: "action.yml",
      text: "name: x\n",
    },
  ],
  fail: [
    {
      name: "keys of another place, and a key that is missing",
      text: "on: push\nNAME: x\njobs:\n  build:\n    runs_on: ubuntu-24.04\n    steps:\n      - run: make\n        with: {a: b}\n",
      findings: [
        {
          at: "2:1-2:5",
          problem: "unknownKey",
          message:
            'The key "NAME" has no meaning here; known are name, run-name, on, permissions, env, defaults, concurrency, jobs.',
        },
        { at: "4:3-4:8", problem: "missingKey", message: "The key runs-on is missing." },
        { at: "5:5-5:12", problem: "unknownKey" },
        { at: "8:9-8:13", problem: "unknownKey" },
      ],
      fixed: null,
    },
    {
      name: "values of another kind",
      text: "on:\n  push:\n    branches: []\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    timeout-minutes: soon\n    continue-on-error: 'yes'\n    steps:\n      run: make\n",
      findings: [
        { at: "3:15-3:17", problem: "emptyValue" },
        { at: "7:22-7:26", problem: "badValue" },
        { at: "8:24-8:29", problem: "badValue" },
        { at: "10:7-10:10", problem: "wrongKind" },
      ],
      fixed: null,
    },
    {
      name: "steps that are none, or two at once",
      text: "on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n        uses: a/b@v1\n      - null\n      - name: x\n  call:\n    uses: ./.github/workflows/a.yaml\n    runs-on: ubuntu-24.04\n",
      findings: [
        { at: "6:9-6:12", problem: "badValue" },
        { at: "8:9-8:13", problem: "emptyValue" },
        { at: "9:9-9:13", problem: "missingKey" },
        { at: "12:5-12:12", problem: "unknownKey" },
      ],
      fixed: null,
    },
    {
      name: "keys that differ in case only, and an anchor that nothing uses",
      text: "on: push\njobs:\n  build:\n    runs-on: &label ubuntu-24.04\n    env: {a: 1, A: 2}\n    steps: [{run: make}]\n",
      findings: [
        { at: "4:14-4:20", problem: "unusedAnchor", severity: "info" },
        { at: "5:17-5:18", problem: "sameKey" },
      ],
      fixed: null,
    },
    {
      name: "an action without what it runs",
      path: "a/action.yaml",
      text: "name: x\ndescription: y\nruns:\n  using: node24\n  image: a\n",
      findings: [
        { at: "3:1-3:5", problem: "missingKey", message: "The key main is missing." },
        { at: "5:3-5:8", problem: "unknownKey" },
      ],
      fixed: null,
    },
  ],
};
