import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a whole record",
      path: "plimsoll.yaml",
      text: `inventory:
  tools: []
  attestations:
    - requirement: K8S-RD-4.1-IMPRACTICAL
      statement: The flight software is built on the vendor's bench.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
      document: records/cio-consultation.md
      expires: 2027-04-01
`,
    },
    {
      name: "a statement about another row",
      path: "plimsoll.yaml",
      text: `inventory:
  attestations:
    - requirement: K8S-RD-4-PHASES
      statement: All four phases were gone through.
      role: factory-operator
      who: R. Diaz
      date: 2026-10-01
`,
    },
  ],
  fail: [
    {
      name: "no record of the consultation and no end",
      path: "plimsoll.yaml",
      text: `inventory:
  attestations:
    - requirement: K8S-RD-4.1-IMPRACTICAL
      statement: The flight software is built on the vendor's bench.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
`,
      findings: [
        {
          at: "3:20-3:42",
          problem: "incomplete",
          message:
            "The exception does not say the record of the consultation with DoD CIO and the program office (`document`).",
        },
        {
          at: "3:20-3:42",
          problem: "incomplete",
          message: "The exception does not say until when it holds (`expires`).",
        },
      ],
      fixed: null,
    },
    {
      name: "no end",
      path: "plimsoll.yaml",
      text: `inventory:
  attestations:
    - requirement: K8S-RD-4.1-IMPRACTICAL
      statement: The flight software is built on the vendor's bench.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
      document: records/cio-consultation.md
`,
      findings: [{ at: "3:20-3:42", problem: "incomplete" }],
      fixed: null,
    },
  ],
};
