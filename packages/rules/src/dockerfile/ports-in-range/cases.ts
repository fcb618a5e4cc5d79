import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the first and the last port, and a range",
      text: "FROM alpine:3.20\nEXPOSE 1 65535/udp 8000-8010\n",
    },
    { name: "a variable that is not known", text: "FROM alpine:3.20\nARG PORT\nEXPOSE $PORT\n" },
  ],
  fail: [
    {
      name: "a port that is too high",
      text: "FROM alpine:3.20\nEXPOSE 65536 8080\n",
      findings: [
        {
          at: "2:8-2:13",
          problem: "outOfRange",
          message: 'Port "65536" does not exist: ports go from 1 to 65535.',
        },
      ],
      fixed: null,
    },
    {
      name: "zero, a range that ends too high, and one that runs backwards, in a stage that is only copied from",
      text: "FROM alpine:3.20 AS web\nENV LAST=70000\nEXPOSE 0 8000-$LAST/tcp 90-80\nFROM scratch\n",
      findings: [
        { at: "3:8-3:9", problem: "outOfRange" },
        { at: "3:10-3:24", problem: "outOfRange" },
        { at: "3:25-3:30", problem: "backwards", message: 'Range of ports "90-80" ends before it starts.' },
      ],
      fixed: null,
    },
  ],
};
