import type { Assessment, RuleSet } from "@plimsoll/core";

/** What a report says about one requirement besides its id. */
export interface RequirementText {
  readonly title: string;
  /** What the reference design asks for, as one or two sentences. */
  readonly statement?: string;
  /** `REQUIRED`, `MANDATED` … as the model spells it. */
  readonly baseline?: string;
}

/** What a report says about a document of controls, such as `nist-800-53r5`. */
export interface ControlDocumentText {
  readonly title: string;
  readonly version?: string;
}

/**
 * Everything that a format needs besides the assessment. Formats have no effects: the text of files, the time and the words
 * of the model come in here, so the same assessment gives the same bytes.
 */
export interface ReportContext {
  readonly ruleSet: Pick<RuleSet, "rules" | "references">;
  /** Semantic version of Plimsoll. */
  readonly toolVersion: string;
  /** When the check ended: ISO 8601 in UTC, `2026-11-24T10:00:00Z`. Left out of the report where absent. */
  readonly checkedAt?: string;
  /** The text of a checked file as it was judged; undefined where it cannot be read any more. Read on demand. */
  readonly sources: (file: string) => string | undefined;
  /** The page about a rule; undefined where it has none (users' own rules). */
  readonly documentationUrl: (ruleId: string) => string | undefined;
  /** Every file that was judged. Only then can a format name the clean ones. */
  readonly checkedFiles?: readonly string[];
  /** Markdown about a rule: why it matters, how to satisfy it, when to waive. */
  readonly ruleHelp?: (ruleId: string) => string | undefined;
  /** Words for a requirement id. */
  readonly requirement?: (id: string) => RequirementText | undefined;
  /** Words for the document before the colon of a control reference. */
  readonly controlDocument?: (id: string) => ControlDocumentText | undefined;
}

/** A format: an assessment as the text of a report. */
export type Format = (assessment: Assessment, context: ReportContext) => string;
