import type { RuleCases } from "@plimsoll/core";

const DIGEST = "sha256:0123456789012345678901234567890123456789012345678901234567890123";

export const cases: RuleCases = {
  pass: [
    {
      name: "digests, and an image that an expression names",
      text: `on: push\njobs:\n  a:\n    runs-on: x\n    container: alpine:3.20@${DIGEST}\n    services: {db: {image: 'postgres:\${{ matrix.pg }}'}}\n    steps:\n      - uses: docker://alpine@${DIGEST}\n`,
    },
    {
      name: "an action's own Dockerfile",
      path: "action.yml",
      text: "runs: {using: docker, image: Dockerfile}\n",
    },
  ],
  fail: [
    {
      name: "tags and none",
      text: "on: push\njobs:\n  a:\n    runs-on: x\n    container: alpine\n    services: {db: {image: 'postgres:17'}}\n    steps:\n      - uses: docker://alpine:latest\n",
      findings: [
        {
          at: "5:16-5:22",
          problem: "anyVersion",
          severity: "error",
          message: 'The image "alpine" is whatever was pushed last.',
        },
        { at: "6:28-6:41", problem: "tagOnly", severity: "warning" },
        { at: "8:15-8:37", problem: "anyVersion" },
      ],
      fixed: null,
    },
    {
      name: "of a Docker action",
      path: "action.yml",
      text: "runs:\n  using: docker\n  image: docker://alpine:3.20\n",
      findings: [{ at: "3:10-3:30", problem: "tagOnly" }],
      fixed: null,
    },
  ],
};
