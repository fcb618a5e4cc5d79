import type { RuleCases } from "@plimsoll/core";

const top = (permissions: string): string => `on: push\npermissions: ${permissions}\njobs: {}\n`;

export const cases: RuleCases = {
  pass: [
    { name: "scopes", text: top("{contents: read, id-token: write, packages: none}") },
    { name: "all of them", text: top("read-all") },
    { name: "none", text: top("{}") },
  ],
  fail: [
    {
      name: "a scope and an access that do not exist",
      text: top("{content: read, issues: admin, id-token: read}"),
      findings: [
        {
          at: "2:15-2:22",
          problem: "scope",
          message: 'There is no scope "content"; the nearest is contents.',
        },
        {
          at: "2:38-2:43",
          problem: "access",
          message: 'A scope is not given "admin"; it can have read or write or none.',
        },
        { at: "2:55-2:59", problem: "access" },
      ],
      fixed: null,
    },
    {
      name: "a word for all of them, of a job",
      text: "on: push\njobs:\n  a:\n    permissions: write\n    runs-on: x\n    steps: [{run: ls}]\n  b:\n    permissions:\n    runs-on: x\n    steps: [{run: ls}]\n",
      findings: [
        {
          at: "4:18-4:23",
          problem: "all",
          message: '"write" is no permission for all scopes; there are read-all, write-all and {}.',
        },
        { at: "8:5-8:16", problem: "all" },
      ],
      fixed: null,
    },
  ],
};
