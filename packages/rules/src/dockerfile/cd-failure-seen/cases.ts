import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "joined by &&", text: "FROM alpine:3.20\nRUN cd /app && make\n" },
    {
      name: "a script that ends at any failure",
      text: "FROM alpine:3.20\nRUN set -ex; cd /app; make\nRUN <<EOF\nset -e\ncd /app\nmake\nEOF\n",
    },
    { name: "a shell that does", text: 'FROM alpine:3.20\nSHELL ["/bin/ash", "-ec"]\nRUN cd /app; make\n' },
    {
      name: "the last command, the root, and a case that is handled",
      text: "FROM alpine:3.20\nRUN make; cd /app\nRUN cd /; make; cd /x || exit 1; make\n",
    },
  ],
  fail: [
    {
      name: "joined by a semicolon",
      text: "FROM alpine:3.20\nRUN cd /app; make\n",
      findings: [
        {
          at: "2:5-2:7",
          problem: "notSeen",
          message: 'Failure to enter "/app" is not seen, and what follows runs somewhere else.',
        },
      ],
      fixed: "FROM alpine:3.20\nRUN cd /app || exit 1; make\n",
    },
    {
      name: "in a heredoc, and in a subshell",
      text: 'FROM alpine:3.20\nRUN <<EOF\ncd "$X/y"\nmake\nEOF\nRUN (cd a; make) && b\n',
      findings: [
        { at: "3:1-3:3", problem: "notSeen" },
        { at: "6:6-6:8", problem: "notSeen" },
      ],
      fixed: 'FROM alpine:3.20\nRUN <<EOF\ncd "$X/y" || exit 1\nmake\nEOF\nRUN (cd a || exit 1; make) && b\n',
    },
  ],
};
