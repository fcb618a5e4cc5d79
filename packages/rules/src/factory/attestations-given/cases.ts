import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a statement for every row that only people know",
      path: "plimsoll.yaml",
      text: `inventory:
  tools: []
  attestations:
    - requirement: K8S-RD-3-CNAP
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-3.1-CNAP-ZT
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4-PHASES
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4.1-MIGRATION
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4.3-RESPONSIBILITY
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4.3-SRG-SCCA
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-5.2-SUBSYSTEMS
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-5.2-CSSP
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-5.2-INCIDENT-LOOP
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
`,
    },
    {
      name: "a workspace without an inventory is asked by another rule",
      path: "plimsoll.yaml",
      text: `profile: general
`,
    },
  ],
  fail: [
    {
      name: "the access point is not answered for",
      path: "plimsoll.yaml",
      text: `inventory:
  tools: []
  attestations:
    - requirement: K8S-RD-3-CNAP
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4-PHASES
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4.1-MIGRATION
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4.3-RESPONSIBILITY
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4.3-SRG-SCCA
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-5.2-SUBSYSTEMS
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-5.2-CSSP
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-5.2-INCIDENT-LOOP
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
`,
      findings: [
        {
          at: "1:1-1:10",
          problem: "missing",
          message:
            "Nobody answers for K8S-RD-3.1-CNAP-ZT (CNAP provides zero-trust access to every enclave) in `attestations`.",
        },
      ],
      fixed: null,
    },
    {
      name: "what is recommended weighs less than what is required",
      path: "plimsoll.yaml",
      text: `inventory:
  tools: []
  attestations:
    - requirement: K8S-RD-3-CNAP
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-3.1-CNAP-ZT
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4-PHASES
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4.3-RESPONSIBILITY
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-4.3-SRG-SCCA
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-5.2-SUBSYSTEMS
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
    - requirement: K8S-RD-5.2-INCIDENT-LOOP
      statement: It is so, and the record shows it.
      role: authorizing-official
      who: R. Diaz
      date: 2026-10-01
`,
      findings: [
        { at: "1:1-1:10", problem: "missing", severity: "warning" },
        { at: "1:1-1:10", problem: "missing", severity: "error" },
      ],
      fixed: null,
    },
  ],
};
