import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "values in their form",
      text: 'FROM alpine:3.20\nLABEL org.opencontainers.image.created="2026-01-02T03:04:05Z" org.opencontainers.image.url=https://example.mil org.opencontainers.image.licenses="MIT OR Apache-2.0" org.opencontainers.image.revision=0123abc org.opencontainers.image.version=1.2.3\n',
    },
    {
      name: "values that are not known",
      text: "FROM alpine:3.20\nARG SHA\nLABEL org.opencontainers.image.revision=$SHA org.opencontainers.image.url=\n",
    },
    { name: "a label without a form", text: "FROM alpine:3.20\nLABEL maintainer=me\n" },
  ],
  fail: [
    {
      name: "values with one right answer",
      text: 'FROM alpine:3.20\nLABEL org.opencontainers.image.licenses="Apache 2.0" \\\n  org.opencontainers.image.version=v1.2.3 \\\n  org.opencontainers.image.source=example.mil/a\n',
      findings: [
        {
          at: "2:41-2:53",
          problem: "spdx",
          message:
            'Label "org.opencontainers.image.licenses" must be an SPDX license expression, which "Apache 2.0" is not.',
        },
        { at: "3:36-3:42", problem: "semver" },
        { at: "4:35-4:48", problem: "url" },
      ],
      fixed:
        'FROM alpine:3.20\nLABEL org.opencontainers.image.licenses="Apache-2.0" \\\n  org.opencontainers.image.version=1.2.3 \\\n  org.opencontainers.image.source=https://example.mil/a\n',
    },
    {
      name: "values that only their author can correct, and a form of the factory's own",
      text: "FROM alpine:3.20\nLABEL made=yesterday commit=main\nLABEL owner=team\n",
      options: { formats: { made: "rfc3339", commit: "hash", owner: "email" } },
      findings: [
        { at: "2:12-2:21", problem: "rfc3339" },
        { at: "2:29-2:33", problem: "hash" },
        {
          at: "3:13-3:17",
          problem: "email",
          message: 'Label "owner" must be an e-mail address, which "team" is not.',
        },
      ],
      fixed: null,
    },
  ],
};
