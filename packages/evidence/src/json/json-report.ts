import type {
  AssessmentSummary,
  Confidence,
  FixSafety,
  RequirementCoverage,
  Severity,
  SuppressionKind,
} from "@plimsoll/core";

/** Version of the report's form: the first number changes when a reader of the old form would misread the new one. */
export const SCHEMA_VERSION = "1.0";

/** A place in a file. Both count from 1; `column` counts UTF-16 code units. */
export interface JsonPosition {
  readonly line: number;
  readonly column: number;
}

/** Two places in a file; `end` is exclusive. */
export interface JsonRange {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

export interface JsonEdit {
  readonly file: string;
  readonly range: JsonRange;
  readonly newText: string;
}

export interface JsonFix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly JsonEdit[];
}

export interface JsonRelated {
  readonly file: string;
  readonly range: JsonRange;
  readonly message: string;
}

export interface JsonResource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

export interface JsonFinding {
  readonly ruleId: string;
  readonly problem: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly file: string;
  readonly range: JsonRange;
  readonly resource?: JsonResource;
  readonly requirements: readonly string[];
  readonly controls: readonly string[];
  readonly aliases: readonly string[];
  readonly fixes: readonly JsonFix[];
  readonly related: readonly JsonRelated[];
  readonly fingerprint: string;
  /** The page about the rule. */
  readonly documentation?: string;
}

/** A finding and what excuses it. */
export interface JsonWaived extends JsonFinding {
  readonly waivedBy: {
    readonly kind: SuppressionKind;
    readonly reference: string;
    readonly justification: string;
    /** ISO date, for waivers. */
    readonly expires?: string;
  };
}

export interface JsonNotChecked {
  readonly file?: string;
  readonly subject?: string;
  readonly range?: JsonRange;
  readonly reason: string;
  readonly code: string;
}

/** The report of format `json`. `report.schema.json` states the same for other languages. */
export interface JsonReport {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: "plimsoll"; readonly version: string };
  /** ISO 8601, UTC. */
  readonly checkedAt?: string;
  readonly findings: readonly JsonFinding[];
  readonly waived: readonly JsonWaived[];
  readonly notChecked: readonly JsonNotChecked[];
  readonly coverage: readonly RequirementCoverage[];
  readonly summary: AssessmentSummary;
}
