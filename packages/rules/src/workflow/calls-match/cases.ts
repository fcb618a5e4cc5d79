import type { RuleCases } from "@plimsoll/core";

const call = (text: string): string => `on: push\njobs:\n  a:\n${text}`;
const step = (text: string): string => call(`    runs-on: x\n    steps:\n${text}`);

const CALLED = {
  "../../.github/workflows/b.yaml":
    "on:\n  workflow_call:\n    inputs:\n      image: {type: string, required: true}\n      count: {type: number}\n    secrets:\n      key: {required: true}\njobs: {}\n",
};
const ACTION = {
  "../../act/action.yml":
    "inputs:\n  a: {required: true}\n  b: {required: true, default: x}\nruns: {using: composite, steps: []}\n",
};

export const cases: RuleCases = {
  pass: [
    {
      name: "a workflow of the same repository",
      text: call(
        "    uses: ./.github/workflows/b.yaml\n    with: {image: x, COUNT: 2}\n    secrets: {key: y}\n",
      ),
      siblings: CALLED,
    },
    { name: "one of another", text: call("    uses: o/r/.github/workflows/b.yaml@v1\n    with: {any: x}\n") },
    {
      name: "secrets that are inherited, and a local action",
      text: `${call("    uses: ./.github/workflows/b.yaml\n    with: {image: x}\n    secrets: inherit\n")}  c:\n    runs-on: x\n    steps:\n      - uses: ./act\n        with: {a: x}\n`,
      siblings: { ...CALLED, ...ACTION },
    },
    {
      name: "an image with its own command",
      text: step("      - uses: docker://alpine\n        with: {args: x}\n"),
    },
  ],
  fail: [
    {
      name: "names that name nothing",
      text: call(
        "    uses: ./b.yaml@main\n  c:\n    uses: o/b.yaml@v1\n  d:\n    runs-on: x\n    steps:\n      - uses: checkout\n",
      ),
      findings: [
        {
          at: "4:11-4:24",
          problem: "workflowName",
          message:
            '"./b.yaml@main" names no workflow: neither a file of this repository by ./ without @, nor owner/repository/path@ref.',
        },
        { at: "6:11-6:22", problem: "workflowName" },
        { at: "10:15-10:23", problem: "actionName" },
      ],
      fixed: null,
    },
    {
      name: "a file that does not exist, or cannot be called",
      text: call("    uses: ./.github/workflows/b.yaml\n  c:\n    uses: ./.github/workflows/d.yaml\n"),
      siblings: { "ci.yaml": "on: push\n", "../../.github/workflows/d.yaml": "on: push\njobs: {}\n" },
      findings: [
        { at: "4:11-4:37", problem: "noFile", message: "The repository has no ./.github/workflows/b.yaml." },
        { at: "6:11-6:37", problem: "noCall" },
      ],
      fixed: null,
    },
    {
      name: "inputs and secrets of a called workflow",
      text: call(
        "    uses: ./.github/workflows/b.yaml\n    with:\n      imag: x\n      count: many\n    secrets:\n      k: y\n",
      ),
      siblings: CALLED,
      findings: [
        { at: "4:11-4:37", problem: "missingInput" },
        { at: "4:11-4:37", problem: "missingSecret" },
        {
          at: "6:7-6:11",
          problem: "unknownInput",
          message: 'There is no input "imag"; there are image, count.',
        },
        { at: "7:14-7:18", problem: "wrongInput", message: 'The input "count" is no number.' },
        { at: "9:7-9:8", problem: "unknownSecret" },
      ],
      fixed: null,
    },
    {
      name: "inputs of actions",
      text: step(
        "      - uses: ./act\n        with: {c: x}\n      - uses: actions/checkout@v4\n        with: {args: x}\n",
      ),
      siblings: ACTION,
      findings: [
        {
          at: "6:15-6:20",
          problem: "missingInput",
          message: 'The input "a", which ./act requires, is not given.',
        },
        { at: "7:16-7:17", problem: "unknownInput" },
        { at: "9:16-9:20", problem: "imageInput" },
      ],
      fixed: null,
    },
  ],
};
