import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "caches, secrets and sources",
      text: "FROM alpine:3.20\nRUN --mount=type=cache,target=/var/cache/apk --mount=type=secret,id=a,target=/run/secrets/a --mount=target=/src make\n",
    },
    { name: "no target", text: "FROM alpine:3.20\nRUN --mount=type=ssh git clone x\n" },
  ],
  fail: [
    {
      name: "programs of another image",
      text: "FROM alpine:3.20\nRUN --mount=type=bind,from=tools,source=/bin,target=/usr/bin make\n",
      findings: [
        {
          at: "2:53-2:61",
          problem: "systemFolder",
          message:
            'Mount over "/usr/bin" lets this step run with other files of the system than the image has.',
        },
      ],
      fixed: null,
    },
    {
      name: "in a trigger, and out of a variable",
      text: "FROM alpine:3.20\nENV CONFIG=/etc\nONBUILD RUN --mount=type=tmpfs,dst=/dev make\nRUN --mount=type=cache,target=$CONFIG/ make\n",
      findings: [
        { at: "3:36-3:40", problem: "systemFolder" },
        { at: "4:31-4:39", problem: "systemFolder" },
      ],
      fixed: null,
    },
  ],
};
