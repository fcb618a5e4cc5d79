import type { RuleCases } from "@plimsoll/core";

const job = (more = ""): string => `    runs-on: x\n    steps: [{run: ls}]\n${more}`;

export const cases: RuleCases = {
  pass: [
    { name: "read only", text: `on: push\npermissions: {contents: read}\njobs:\n  a:\n${job()}` },
    {
      name: "each job its own",
      text: `on: push\njobs:\n  a:\n${job("    permissions: {packages: write}\n")}`,
    },
    {
      name: "one job, which needs it",
      text: `on: push\npermissions: {packages: write}\njobs:\n  a:\n${job()}`,
    },
    {
      name: "none",
      text: `on: push\npermissions: {}\njobs:\n  a:\n${job("    permissions: {pages: write}\n")}`,
    },
  ],
  fail: [
    {
      name: "nothing that limits it",
      text: `on: push\njobs:\n  a:\n${job()}`,
      findings: [
        {
          at: "2:1-2:5",
          problem: "missing",
          message: "Nothing limits the token, so it can do whatever the repository's settings give it.",
          severity: "error",
        },
      ],
      fixed: `on: push\npermissions:\n  contents: read\n\njobs:\n  a:\n${job()}`,
    },
    {
      name: "one job of two",
      text: `on: push\njobs:\n  a:\n${job("    permissions: {}\n")}  b:\n${job()}`,
      findings: [{ at: "2:1-2:5", problem: "missing" }],
      fixed: `on: push\npermissions:\n  contents: read\n\njobs:\n  a:\n${job("    permissions: {}\n")}  b:\n${job()}`,
    },
    {
      name: "everything",
      text: `on: push\npermissions: write-all\njobs:\n  a:\n${job("    permissions: write-all\n")}`,
      findings: [
        { at: "2:14-2:23", problem: "writeAll" },
        { at: "7:18-7:27", problem: "writeAll" },
      ],
      fixed: null,
    },
    {
      name: "a scope for all jobs",
      text: `on: push\npermissions:\n  pages: write\n  contents: read\njobs:\n  a:\n${job()}  b:\n${job()}`,
      findings: [
        {
          at: "3:3-3:15",
          problem: "shared",
          severity: "warning",
          message: "Every job of the workflow may write pages; give it to the job that does.",
        },
      ],
      fixed: null,
    },
  ],
};
