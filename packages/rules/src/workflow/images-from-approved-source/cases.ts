import type { RuleCases } from "@plimsoll/core";

const job = (image: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: x\n    container: ${image}\n    steps: [{run: ls}]\n`;

export const cases: RuleCases = {
  pass: [
    { name: "a hardened image", text: job("registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4") },
    { name: "an image that an expression names", text: job("${{ inputs.image }}") },
    {
      name: "a mirror",
      text: job("mirror.example/ib/ubi9:9"),
      images: { mirrors: [{ from: "registry1.dso.mil/ironbank", to: "mirror.example/ib" }] },
    },
  ],
  fail: [
    {
      name: "an image from anywhere",
      text: job("node:22"),
      findings: [
        {
          at: "5:16-5:23",
          problem: "notApproved",
          message: 'The image "node:22" comes from a source that is not approved.',
        },
      ],
      fixed: null,
    },
    {
      name: "an approved one that is not hardened, and a step",
      text: "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: docker://docker.io/library/node:22\n      - uses: docker://quay.io/a/b:1\n",
      images: { approvedUntrusted: ["docker.io/library/**"] },
      findings: [
        { at: "6:15-6:49", problem: "notHardened", severity: "info" },
        { at: "7:15-7:37", problem: "notApproved" },
      ],
      fixed: null,
    },
  ],
};
