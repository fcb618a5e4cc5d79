import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "assigned first", text: "FROM alpine:3.20\nRUN V=$(cat v) && export V && make\n" },
    { name: "no command", text: "FROM alpine:3.20\nRUN export V=1 W=$HOME X='$(no)' && make\n" },
  ],
  fail: [
    {
      name: "export",
      text: "FROM alpine:3.20\nRUN export V=$(cat v) && make\n",
      findings: [
        {
          at: "2:5-2:11",
          problem: "masked",
          message:
            'Failure of the command that sets "V" is not seen, since export itself succeeds: assign first.',
        },
      ],
      fixed: "FROM alpine:3.20\nRUN V=$(cat v) && export V && make\n",
    },
    {
      name: "several at once, and in a function",
      text: 'FROM alpine:3.20\nRUN export A="$(a)" B=`b`; f() { local c=$(d); }; f\n',
      findings: [
        { at: "2:5-2:11", problem: "masked" },
        { at: "2:34-2:39", problem: "masked" },
      ],
      fixed: null,
    },
  ],
};
