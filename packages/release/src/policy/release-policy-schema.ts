import { EVIDENCE_KINDS } from "@plimsoll/core/release-evidence";

const days = { type: "number", exclusiveMinimum: 0, maximum: 3650 } as const;
const texts = { type: "array", items: { type: "string", minLength: 1 } } as const;

/** The form of a release policy as a person writes it (JSON schema, draft 2020-12). */
export const RELEASE_POLICY_SCHEMA: Readonly<Record<string, unknown>> = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Plimsoll release policy",
  description: "What must be shown before an image may be released.",
  type: "object",
  additionalProperties: false,
  properties: {
    require: {
      description: "Kinds of evidence that must be there, exactly one of each for the image.",
      type: "array",
      items: { enum: [...EVIDENCE_KINDS] },
      minItems: 1,
      uniqueItems: true,
    },
    signed: { description: "Whether evidence must be signed by a trusted key.", type: "boolean" },
    maxAgeDays: {
      description: "Oldest evidence that counts, in days, by kind.",
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, days])),
    },
    scan: {
      type: "object",
      additionalProperties: false,
      properties: {
        minScanners: {
          description: "Different scanners (by family) that must have looked.",
          type: "integer",
          minimum: 1,
          maximum: 10,
        },
        maxDatabaseAgeDays: { description: "Oldest vulnerability database, in days.", ...days },
      },
    },
    compliance: {
      type: "object",
      additionalProperties: false,
      properties: {
        minEvaluated: { description: "Rules that must have been judged.", type: "integer", minimum: 1 },
        minCoverage: {
          description: "Share of the rules to be judged that must have been, from 0 to 1.",
          type: "number",
          minimum: 0,
          maximum: 1,
        },
      },
    },
    provenance: {
      type: "object",
      additionalProperties: false,
      properties: {
        builders: { description: "Ids of trusted builders.", ...texts },
        sources: { description: "Where sources must come from: starts of their addresses.", ...texts },
      },
    },
    approval: {
      type: "object",
      additionalProperties: false,
      properties: {
        needed: {
          description: "People who must approve, beside the one who asks.",
          type: "integer",
          minimum: 1,
        },
      },
    },
    freezes: {
      description: "Times in which nothing is released.",
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["from", "until", "reason"],
        properties: {
          from: { description: "RFC 3339.", type: "string" },
          until: { description: "RFC 3339; not part of the freeze.", type: "string" },
          reason: { type: "string", minLength: 1 },
        },
      },
    },
  },
};
