import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "one after the other", text: "FROM alpine:3.20\nENV A=/a\nENV B=$A/b\n" },
    { name: "its own old value", text: "FROM alpine:3.20\nENV A=1 PATH=/app/bin:$PATH\n" },
    { name: "a dollar sign that is none", text: "FROM alpine:3.20\nENV A=1 B=\\$A C='$A'\n" },
  ],
  fail: [
    {
      name: "a variable that is set before it",
      text: "FROM alpine:3.20\nENV HOME_DIR=/app BIN=${HOME_DIR}/bin\n",
      findings: [
        {
          at: "2:23-2:33",
          problem: "selfReference",
          message: 'Variable "HOME_DIR" is set by the same ENV, so "BIN" gets the value from before it.',
        },
      ],
      fixed: "FROM alpine:3.20\nENV HOME_DIR=/app\nENV BIN=${HOME_DIR}/bin\n",
    },
    {
      name: "over several lines, and one that is set after it",
      text: 'FROM alpine:3.20\nENV A=1 \\\n    B="x $A" \\\n    C=3\nENV D=$E E=1\n',
      findings: [
        { at: "3:10-3:12", problem: "selfReference" },
        { at: "5:7-5:9", problem: "selfReference" },
      ],
      fixed: 'FROM alpine:3.20\nENV A=1 \\\n    C=3\nENV B="x $A"\nENV D=$E E=1\n',
      remains: true,
    },
  ],
};
