import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "with equals signs", text: 'FROM scratch\nENV a=1 b="2 3"\nLABEL key=value\n' },
    { name: "ARG without a value", text: "FROM scratch\nARG a\n" },
  ],
  fail: [
    {
      name: "both instructions",
      text: "FROM scratch\nENV testkey value\nLABEL key some more\n",
      findings: [
        {
          at: "2:5-2:18",
          problem: "noEquals",
          message: 'ENV "testkey" is written without "=", a form that is kept for old files only.',
        },
        { at: "3:7-3:20", problem: "noEquals" },
      ],
      fixed: 'FROM scratch\nENV testkey=value\nLABEL key="some more"\n',
      safety: "safe",
    },
    {
      name: "with quotes, which the old form may keep",
      text: 'FROM scratch\nENV a "1" and 2\n',
      findings: [{ at: "2:5-2:16", problem: "noEquals" }],
      fixed: null,
    },
  ],
};
