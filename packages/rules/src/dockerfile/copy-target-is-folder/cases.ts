import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "a folder", text: "FROM alpine:3.20\nCOPY a b app/\nCOPY c d .\nADD e f /app/.\n" },
    { name: "one source", text: "FROM alpine:3.20\nCOPY package.json yarn.lock\n" },
    { name: "a folder in JSON form", text: 'FROM alpine:3.20\nCOPY ["a", "b", "app/"]\n' },
    {
      name: "a variable that is not known",
      text: "FROM alpine:3.20\nARG DIR\nCOPY a b $DIR\nCOPY a b ${DIR}/\n",
    },
    { name: "a variable that holds the slash", text: "FROM alpine:3.20\nENV DIR=/app/\nCOPY a b $DIR\n" },
  ],
  fail: [
    {
      name: "no slash",
      text: "FROM alpine:3.20\nCOPY --chown=1001 package.json yarn.lock my_app\n",
      findings: [
        {
          at: "2:42-2:48",
          problem: "noSlash",
          message: 'Target "my_app" of 2 sources does not end with a slash, so the builder refuses it.',
        },
      ],
      fixed: "FROM alpine:3.20\nCOPY --chown=1001 package.json yarn.lock my_app/\n",
      safety: "safe",
    },
    {
      name: "in JSON form, in quotes, and after a variable",
      text: 'FROM alpine:3.20\nCOPY ["a", "b", "my app"]\nADD a b "app"\nCOPY a b $DIR/app\n',
      findings: [
        { at: "2:17-2:25", problem: "noSlash" },
        { at: "3:9-3:14", problem: "noSlash" },
        { at: "4:10-4:18", problem: "noSlash" },
      ],
      fixed: 'FROM alpine:3.20\nCOPY ["a", "b", "my app/"]\nADD a b "app/"\nCOPY a b $DIR/app/\n',
    },
  ],
};
