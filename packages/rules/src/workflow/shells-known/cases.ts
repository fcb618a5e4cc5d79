import type { RuleCases } from "@plimsoll/core";

const shell = (name: string, runner = "ubuntu-24.04"): string =>
  `on: push\njobs:\n  a:\n    runs-on: ${runner}\n    steps:\n      - run: ls\n        shell: ${name}\n`;

export const cases: RuleCases = {
  pass: [
    { name: "a shell of GitHub", text: shell("bash") },
    { name: "a command of one's own", text: shell("perl {0}") },
    { name: "a shell of Windows", text: shell("cmd", "windows-2022") },
    { name: "a runner that nobody knows", text: shell("powershell", "own") },
  ],
  fail: [
    {
      name: "a shell that does not exist",
      text: shell("zsh"),
      findings: [
        {
          at: "7:16-7:19",
          problem: "unknown",
          message: `GitHub knows no shell "zsh"; a command of one's own has {0} where the script goes.`,
        },
      ],
      fixed: null,
    },
    {
      name: "a shell that the runner does not have, by default",
      text: "on: push\njobs:\n  a:\n    runs-on: macos-15\n    defaults: {run: {shell: cmd}}\n    steps: [{run: ls}]\n",
      findings: [{ at: "5:29-5:32", problem: "notThere" }],
      fixed: null,
    },
  ],
};
