import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "usual keys",
      text: "FROM alpine:3.20\nLABEL org.opencontainers.image.title=a mil.dso.ironbank.image.type=b maintainer=c io.k8s.display-name=d\n",
    },
    { name: "a key out of a variable", text: "FROM alpine:3.20\nARG KEY\nLABEL $KEY=a\n" },
  ],
  fail: [
    {
      name: "upper case and an underscore",
      text: "FROM alpine:3.20\nLABEL Vendor=a \\\n  build_date=b\n",
      findings: [
        {
          at: "2:7-2:13",
          problem: "form",
          message:
            'Label "Vendor" is not made of lower-case letters and digits, a letter first, with single dots and hyphens between them.',
        },
        { at: "3:3-3:13", problem: "form" },
      ],
      fixed: "FROM alpine:3.20\nLABEL vendor=a \\\n  build-date=b\n",
    },
    {
      name: "double dots, a slash, and a namespace of Docker",
      text: "FROM alpine:3.20\nLABEL a..b=1 app/name=2 com.docker.x=3\nLABEL 1st=4\n",
      findings: [
        { at: "2:7-2:11", problem: "form" },
        { at: "2:14-2:22", problem: "form" },
        {
          at: "2:25-2:37",
          problem: "reserved",
          message: 'Label "com.docker.x" lies in a namespace that is kept for Docker itself.',
        },
        { at: "3:7-3:10", problem: "form" },
      ],
      fixed: null,
    },
  ],
};
