import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "options that say so",
      text: "FROM debian:12\nRUN wget -q a && wget -nv b && wget --progress=dot:giga c && wget -qO- d && wget -o log e && wget --no-verbose f\n",
    },
    { name: "curl, and a redirection", text: "FROM debian:12\nRUN curl -O a && wget b 2>/dev/null\n" },
  ],
  fail: [
    {
      name: "no option",
      text: "FROM debian:12\nRUN wget https://example.mil/a && wget -O q https://example.mil/b\n",
      findings: [
        {
          at: "2:5-2:9",
          problem: "long",
          message: "Progress of wget fills the log of the build with thousands of lines: add -nv.",
        },
        { at: "2:35-2:39", problem: "long" },
      ],
      fixed: "FROM debian:12\nRUN wget -nv https://example.mil/a && wget -nv -O q https://example.mil/b\n",
    },
    {
      name: "of BusyBox, in JSON form",
      text: 'FROM alpine:3.20\nRUN ["wget", "https://example.mil/a"]\n',
      findings: [{ at: "2:6-2:12", problem: "long" }],
      fixed: 'FROM alpine:3.20\nRUN ["wget", "-q", "https://example.mil/a"]\n',
    },
  ],
};
