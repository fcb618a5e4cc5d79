import { SEVERITIES } from "../report/severity.ts";
import { reportShape } from "./report-shape.ts";
import type { Shape } from "./shape.ts";

const optional = (shape: Shape): { readonly optional: Shape } => ({ optional: shape });
const texts: Shape = { list: "text" };
const numbers: Shape = { list: "number" };
const severity: Shape = { oneOf: SEVERITIES };

const figures = { agreed: "number", total: "number", index: "number" } as const;

const reasonShape: Shape = {
  members: {
    code: "text",
    effect: { oneOf: ["fail", "indeterminate", "warning"] },
    message: "text",
    reports: numbers,
    findings: "number",
  },
};

const countsShape: Shape = {
  members: {
    bySeverity: {
      members: {
        critical: "number",
        high: "number",
        medium: "number",
        low: "number",
        negligible: "number",
        unknown: "number",
      },
    },
    fails: "number",
    undecided: "number",
    warns: "number",
    excused: "number",
    knownExploited: "number",
  },
};

const agreementShape: Shape = {
  members: {
    families: texts,
    overall: { members: figures },
    bySeverity: { list: { members: { severity, ...figures } } },
    byEcosystem: { list: { members: { ecosystem: "text", ...figures } } },
    pairs: {
      list: {
        members: { first: "text", second: "text", both: "number", onlyFirst: "number", onlySecond: "number" },
      },
    },
  },
};

const findingShape: Shape = {
  members: {
    key: "text",
    id: "text",
    aliases: texts,
    related: texts,
    package: "text",
    version: "text",
    purl: optional("text"),
    severity,
    fix: optional("text"),
    families: texts,
    tier: optional({ oneOf: ["T1", "T2", "T3", "T4"] }),
    agreement: { oneOf: ["agreed", "one-sided", "single"] },
    differences: { list: { oneOf: ["severity", "fix", "status"] } },
    missing: { list: { members: { family: "text", reasons: texts } } },
    reports: numbers,
    counterparts: optional({
      list: { members: { tier: { oneOf: ["T3", "T4"] }, families: texts, keys: texts } },
    }),
    outcome: optional({ oneOf: ["fails", "undecided", "warns", "passes", "excused"] }),
    because: optional("text"),
    knownExploited: optional("truth"),
    epss: optional("number"),
    excuse: optional({
      members: {
        by: { oneOf: ["vex", "waiver", "ignore-rule"] },
        reference: "text",
        statement: "text",
        expires: optional("text"),
      },
    }),
  },
};

/** The shape of a merged document. */
export const mergedShape: Shape = {
  members: {
    kind: { oneOf: ["plimsoll-scan"] },
    schemaVersion: "text",
    gate: optional({
      members: {
        verdict: { oneOf: ["pass", "fail", "indeterminate"] },
        reasons: { list: reasonShape },
        counts: countsShape,
      },
    }),
    agreement: agreementShape,
    warnings: { list: { members: { code: "text", reports: numbers, message: "text" } } },
    findings: { list: findingShape },
    reports: { list: reportShape },
  },
};
