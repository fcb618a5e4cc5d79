import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "lower case", text: "FROM alpine:3.20\nEXPOSE 8080/tcp 8081/udp\n" },
    { name: "no protocol", text: "FROM alpine:3.20\nEXPOSE 8080\n" },
  ],
  fail: [
    {
      name: "upper and mixed case",
      text: "FROM alpine:3.20\nEXPOSE 80/TcP 8080/TCP 8080/udp\n",
      findings: [
        { at: "2:11-2:14", problem: "upperCase", message: 'Protocol "TcP" is written in upper case.' },
        { at: "2:20-2:23", problem: "upperCase" },
      ],
      fixed: "FROM alpine:3.20\nEXPOSE 80/tcp 8080/tcp 8080/udp\n",
      safety: "safe",
    },
    {
      name: "out of a variable",
      text: "FROM alpine:3.20\nENV PROTOCOL=UDP\nEXPOSE 8080/$PROTOCOL\n",
      findings: [{ at: "3:8-3:22", problem: "upperCase" }],
      fixed: null,
    },
  ],
};
