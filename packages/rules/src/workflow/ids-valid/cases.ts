import type { RuleCases } from "@plimsoll/core";

const steps = (text: string): string => `on: push\njobs:\n  build_2:\n    runs-on: x\n    steps:\n${text}`;

export const cases: RuleCases = {
  pass: [
    {
      name: "ids of their own",
      text: steps("      - {id: _a-1, run: ls}\n      - {id: b, run: ls}\n      - run: ls\n"),
    },
  ],
  fail: [
    {
      name: "characters that no id has",
      text: "on: push\njobs:\n  2-build:\n    runs-on: x\n    steps:\n      - {id: a.b, run: ls}\n",
      findings: [
        {
          at: "3:3-3:10",
          problem: "form",
          message:
            '"2-build" is no id: it starts with a letter or _ and goes on with letters, digits, - and _.',
        },
        { at: "6:14-6:17", problem: "form" },
      ],
      fixed: null,
    },
    {
      name: "the same id twice",
      text: steps("      - {id: a, run: ls}\n      - {id: A, run: ls}\n"),
      findings: [{ at: "7:14-7:15", problem: "twice", message: 'Another step has the id "A" too.' }],
      fixed: null,
    },
    {
      name: "in a composite action",
      path: "x/action.yml",
      text: "runs:\n  using: composite\n  steps:\n    - {id: a b, run: ls, shell: bash}\n",
      findings: [{ at: "4:12-4:15", problem: "form" }],
      fixed: null,
    },
  ],
};
