import type { RuleCases } from "@plimsoll/core";

const digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
const images = { registry: "harbor.factory.mil/build" };

export const cases: RuleCases = {
  pass: [
    { name: "no directive", text: "# just a comment\nFROM scratch\n" },
    {
      name: "an approved frontend with a digest",
      text: `# syntax=harbor.factory.mil/build/dockerfile:1.9@${digest}\nFROM scratch\n`,
      images,
    },
    {
      name: "a comment that comes too late to be a directive",
      text: "FROM scratch\n# syntax=docker/dockerfile:1\n",
    },
  ],
  fail: [
    {
      name: "the frontend of Docker Hub",
      text: "# syntax=docker/dockerfile:1\nFROM scratch\n",
      findings: [
        {
          at: "1:10-1:29",
          problem: "notApproved",
          message:
            'Build frontend "docker.io/docker/dockerfile" runs in every build and does not come from an approved source: leave the directive out or mirror it.',
        },
      ],
      fixed: null,
    },
    {
      name: "an approved frontend without a digest",
      text: "#syntax = harbor.factory.mil/build/dockerfile:1.9\nFROM scratch\n",
      images,
      findings: [{ at: "1:11-1:50", problem: "notPinned" }],
      fixed: null,
    },
    {
      name: "an exception on record is needed",
      text: `# escape=\\\n# syntax=docker/dockerfile:1@${digest}\nFROM scratch\n`,
      images: { approvedUntrusted: ["docker.io/docker/dockerfile"] },
      findings: [{ at: "2:10-2:101", problem: "untrusted" }],
      fixed: null,
    },
  ],
};
