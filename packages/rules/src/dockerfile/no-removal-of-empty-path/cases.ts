import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a variable with a value",
      text: 'FROM alpine:3.20\nENV DIR=/app\nRUN x=/y && rm -rf "$DIR"/* $x/ "${z:?}"/*\n',
    },
    {
      name: "a folder below it that is not one of the system",
      text: "FROM alpine:3.20\nRUN rm -rf $GOPATH/src $HOME/.cache /tmp/$x\n",
    },
    { name: "a file", text: "FROM alpine:3.20\nRUN rm $x/etc && rmdir $x/\n" },
  ],
  fail: [
    {
      name: "everything below it",
      text: 'FROM alpine:3.20\nRUN rm -rf "$DIR"/* && rm -r ${x}/\n',
      findings: [
        {
          at: "2:13-2:17",
          problem: "mayBeEmpty",
          message: 'Where "DIR" is empty, "/*" is removed: write "${DIR:?}".',
        },
        { at: "2:30-2:34", problem: "mayBeEmpty" },
      ],
      fixed: 'FROM alpine:3.20\nRUN rm -rf "${DIR:?}"/* && rm -r ${x:?}/\n',
      safety: "safe",
    },
    {
      name: "a folder of the system",
      text: "FROM alpine:3.20\nARG ROOT\nRUN sudo rm -fr $ROOT/usr/lib\n",
      findings: [{ at: "3:17-3:22", problem: "mayBeEmpty" }],
      fixed: "FROM alpine:3.20\nARG ROOT\nRUN sudo rm -fr ${ROOT:?}/usr/lib\n",
    },
  ],
};
