import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "ports from 1024 on", text: "FROM alpine:3.20\nEXPOSE 8080 8443/tcp 1024/udp 9000-9010\n" },
    { name: "a variable that is not known", text: "FROM alpine:3.20\nARG PORT\nEXPOSE $PORT\n" },
    {
      name: "in a stage that is only copied from",
      text: "FROM alpine:3.20 AS web\nEXPOSE 80\nFROM alpine:3.20\n",
    },
    { name: "no port at all", text: "FROM alpine:3.20\n" },
  ],
  fail: [
    {
      name: "the ports of the web",
      text: "FROM alpine:3.20\nEXPOSE 80 8080 443/tcp\n",
      findings: [
        {
          at: "2:8-2:10",
          problem: "privilegedPort",
          message: "Port 80 is below 1024, so a process needs a privilege to listen on it.",
        },
        { at: "2:16-2:23", problem: "privilegedPort" },
      ],
      fixed: "FROM alpine:3.20\nEXPOSE 8080 8080 8443/tcp\n",
    },
    {
      name: "a range, over several lines, of a stage that the last one builds on",
      text: "FROM alpine:3.20 AS base\nEXPOSE 80-90/udp \\\n  53\nFROM base\n",
      findings: [
        { at: "2:8-2:17", problem: "privilegedPort" },
        { at: "3:3-3:5", problem: "privilegedPort" },
      ],
      fixed: "FROM alpine:3.20 AS base\nEXPOSE 8080-8090/udp \\\n  8053\nFROM base\n",
    },
    {
      name: "SSH, and a port out of a variable",
      text: "FROM alpine:3.20\nENV PORT=443\nEXPOSE 22 ${PORT}/tcp\n",
      findings: [
        { at: "3:8-3:10", problem: "privilegedPort" },
        { at: "3:11-3:22", problem: "privilegedPort" },
      ],
      fixed: null,
    },
  ],
};
