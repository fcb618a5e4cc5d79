import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "apt-get and its kin",
      text: "FROM debian:12\nRUN apt-get install -y curl && apt-cache policy curl && apt-key list && apt-mark hold x\n",
    },
    {
      name: "a path that holds the word",
      text: "FROM debian:12\nRUN cd /var/lib && rm -rf apt && echo apt install\n",
    },
  ],
  fail: [
    {
      name: "updating, installing and showing",
      text: "FROM debian:12\nRUN apt update && apt -y install curl && sudo apt show curl\n",
      findings: [
        {
          at: "2:5-2:8",
          problem: "apt",
          message: "Program apt is made for people and may change: scripts call apt-get or apt-cache.",
        },
        { at: "2:19-2:22", problem: "apt" },
        { at: "2:47-2:50", problem: "apt" },
      ],
      fixed: "FROM debian:12\nRUN apt-get update && apt-get -y install curl && sudo apt-cache show curl\n",
      safety: "safe",
    },
    {
      name: "in JSON form, in a string, and what only apt can",
      text: 'FROM debian:12\nRUN ["apt", "clean"]\nRUN sh -c "apt update"\nRUN apt list\n',
      findings: [
        { at: "2:6-2:11", problem: "apt" },
        { at: "3:12-3:15", problem: "apt" },
        { at: "4:5-4:8", problem: "apt" },
      ],
      fixed: 'FROM debian:12\nRUN ["apt-get", "clean"]\nRUN sh -c "apt update"\nRUN apt list\n',
      remains: true,
    },
  ],
};
