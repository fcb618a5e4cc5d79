import type { RuleCases } from "@plimsoll/core";

const run = (script: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          ${script}\n`;

export const cases: RuleCases = {
  pass: [
    { name: "a file", text: run('echo "a=b" >> "$GITHUB_OUTPUT"') },
    { name: "a command that stays", text: run('echo "::add-mask::$X" "::set-outputs"') },
  ],
  fail: [
    {
      name: "an output",
      text: run('echo "::set-output name=a::b"'),
      findings: [
        {
          at: "7:17-7:29",
          problem: "deprecated",
          message:
            'The runner no longer hears "set-output" in the output; write to the file that $GITHUB_OUTPUT names.',
        },
      ],
      fixed: null,
    },
    {
      name: "a path and a variable",
      text: run("echo ::add-path::/x; echo ::set-env name=A::b"),
      findings: [
        { at: "7:16-7:26", problem: "deprecated" },
        { at: "7:37-7:46", problem: "deprecated" },
      ],
      fixed: null,
    },
  ],
};
