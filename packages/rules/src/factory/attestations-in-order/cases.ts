import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a role of the design, for half a year",
      path: "plimsoll.yaml",
      text: `inventory:
  attestations:
    - requirement: K8S-RD-4-PHASES
      statement: All four phases were gone through.
      role: factory-operator
      who: R. Diaz
      date: 2026-10-01
      expires: 2027-04-01
`,
    },
    {
      name: "the role in words, for exactly a year",
      path: "plimsoll.yaml",
      text: `inventory:
  attestations:
    - requirement: K8S-RD-3.1-CNAP-ZT
      statement: The enclave is reached through the access point only.
      role: Authorizing Official
      who: R. Diaz
      date: 2026-10-01
      expires: 2027-10-01
`,
    },
  ],
  fail: [
    {
      name: "a role that the design does not know",
      path: "plimsoll.yaml",
      text: `inventory:
  attestations:
    - requirement: K8S-RD-4-PHASES
      statement: All four phases were gone through.
      role: developer
      who: R. Diaz
      date: 2026-10-01
      expires: 2027-04-01
`,
      findings: [
        {
          at: "5:13-5:22",
          problem: "unknownRole",
          message:
            '"developer" is none of the roles that the design names: container-provider, platform-provider, factory-operator, application-team, authorizing-official.',
        },
      ],
      fixed: null,
    },
    {
      name: "an id that is misspelt, for longer than a year",
      path: "plimsoll.yaml",
      text: `inventory:
  attestations:
    - requirement: K8S-RD-4-PHASE
      statement: All four phases were gone through.
      role: factory-operator
      who: R. Diaz
      date: 2026-10-01
      expires: 2028-10-01
`,
      findings: [
        {
          at: "3:20-3:34",
          problem: "unknownRequirement",
          message: '"K8S-RD-4-PHASE" is no requirement of the design. Did you mean K8S-RD-4-PHASES?',
        },
        { at: "8:16-8:26", problem: "holdsTooLong" },
      ],
      fixed: null,
    },
    {
      name: "one that has ended, and one without an end that is too old",
      path: "plimsoll.yaml",
      text: `inventory:
  attestations:
    - requirement: K8S-RD-4-PHASES
      statement: All four phases were gone through.
      role: factory-operator
      who: R. Diaz
      date: 2026-01-01
      expires: 2026-06-01
    - requirement: K8S-RD-3.1-CNAP-ZT
      statement: The enclave is reached through the access point only.
      role: authorizing-official
      who: R. Diaz
      date: 2025-11-23
`,
      findings: [
        { at: "8:16-8:26", problem: "expired", message: "The statement ended on 2026-06-01." },
        { at: "13:13-13:23", problem: "tooOld" },
      ],
      fixed: null,
    },
    {
      name: "an end before the beginning",
      path: "plimsoll.yaml",
      text: `inventory:
  attestations:
    - requirement: K8S-RD-4-PHASES
      statement: All four phases were gone through.
      role: factory-operator
      who: R. Diaz
      date: 2026-10-01
      expires: 2026-09-01
`,
      findings: [{ at: "8:16-8:26", problem: "endsBefore" }],
      fixed: null,
    },
  ],
};
