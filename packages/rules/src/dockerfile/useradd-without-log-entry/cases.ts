import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "a small number", text: "FROM debian:12\nRUN useradd -u 1001 app\n" },
    {
      name: "without the entry",
      text: "FROM debian:12\nRUN useradd -l -u 1000570000 app && useradd -ml --uid=200000 b && useradd --no-log-init -u 300000 c\n",
    },
    {
      name: "no number, or one that is not known",
      text: "FROM debian:12\nARG ID\nRUN useradd app && useradd -u $ID b\n",
    },
  ],
  fail: [
    {
      name: "a number of OpenShift",
      text: "FROM debian:12\nRUN useradd -m -u 1000570000 app\n",
      findings: [
        {
          at: "2:5-2:12",
          problem: "logEntry",
          message: "User number 1000570000 makes the log of last logins huge: add --no-log-init.",
        },
      ],
      fixed: "FROM debian:12\nRUN useradd --no-log-init -m -u 1000570000 app\n",
      safety: "safe",
    },
    {
      name: "in JSON form",
      text: 'FROM debian:12\nRUN ["useradd", "--uid=100000", "app"]\n',
      findings: [{ at: "2:6-2:15", problem: "logEntry" }],
      fixed: 'FROM debian:12\nRUN ["useradd", "--no-log-init", "--uid=100000", "app"]\n',
    },
  ],
};
