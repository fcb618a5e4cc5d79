import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "any label of one's own",
      text: "FROM alpine:3.20\nLABEL a=1 org.opencontainers.image.title=x\n",
    },
    {
      name: "what is allowed",
      text: "FROM alpine:3.20\nLABEL team=a mil.example.x=b\n",
      options: { allowed: ["team", "mil.example.*"] },
    },
  ],
  fail: [
    {
      name: "a key that OCI does not define",
      text: "FROM alpine:3.20\nLABEL org.opencontainers.image.license=MIT org.opencontainers.image.colour=red\n",
      findings: [
        {
          at: "2:7-2:39",
          problem: "unknown",
          message:
            'Label "org.opencontainers.image.license" is not one that images may carry; "org.opencontainers.image.licenses" may be meant.',
        },
        { at: "2:44-2:75", problem: "unknown" },
      ],
      fixed:
        "FROM alpine:3.20\nLABEL org.opencontainers.image.licenses=MIT org.opencontainers.image.colour=red\n",
      remains: true,
    },
    {
      name: "what is not on the list",
      text: "FROM alpine:3.20\nLABEL team=a owner=b\n",
      options: { allowed: ["team"] },
      findings: [
        { at: "2:14-2:19", problem: "unknown", message: 'Label "owner" is not one that images may carry.' },
      ],
      fixed: null,
    },
  ],
};
