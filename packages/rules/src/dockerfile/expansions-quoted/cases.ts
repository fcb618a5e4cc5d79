import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "quotes", text: 'FROM alpine:3.20\nRUN rm -rf "$dir" "${HOME}/x" "$(pwd)"\n' },
    {
      name: "values that are one plain word",
      text: "FROM alpine:3.20\nARG VERSION=1.2\nARG TARGETARCH\nRUN n=3 && make -j$(nproc) V=$VERSION n=$n x-$TARGETARCH-$(uname -m) && echo $? $# ${#n}\nRUN for f in a b; do rm $f; done\n",
    },
    {
      name: "lists on purpose",
      text: "FROM alpine:3.20\nENV DEPS='a b'\nRUN apk add $DEPS $EXTRA_PACKAGES && rm -f $(find / -name x) && make $CFLAGS ${x:+-v}\n",
    },
    {
      name: "no splitting happens",
      text: 'FROM alpine:3.20\nRUN x=$HOME && export Y=$HOME\nRUN ["echo", "$HOME"]\n',
    },
  ],
  fail: [
    {
      name: "a variable and a substitution",
      text: "FROM alpine:3.20\nRUN cd $DIR && rm -rf $dir/cache x-$(cat version)\n",
      findings: [
        {
          at: "2:8-2:12",
          problem: "variable",
          message: 'Expansion "$DIR" is not quoted, so blanks and stars in its value split it.',
        },
        { at: "2:23-2:27", problem: "variable" },
        { at: "2:36-2:50", problem: "substitution" },
      ],
      fixed: 'FROM alpine:3.20\nRUN cd "$DIR" && rm -rf "$dir/cache" "x-$(cat version)"\n',
    },
    {
      name: "all arguments, and in a string of another shell",
      text: "FROM alpine:3.20\nRUN f() { echo $@; }; f a\nRUN bash -c 'rm -r $dir'\n",
      findings: [
        { at: "2:16-2:18", problem: "list" },
        { at: "3:20-3:24", problem: "variable" },
      ],
      fixed: null,
    },
  ],
};
