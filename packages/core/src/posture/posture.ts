import type { Baseline, EffectiveLevel, Phase, RequirementId, SectionRef } from "@plimsoll/model";
import type { Range } from "@plimsoll/syntax";
import type { Attestation, DeclaredTool } from "../config/declared-inventory.ts";
import type { AssessmentSummary, Severity } from "../finding/finding.ts";
import type { ToolDetection } from "../tools/recognise-tools.ts";

/** Whether a requirement is met. Nothing that could not be checked is met. */
export type PostureVerdict = "met" | "not-met" | "not-checked" | "needs-attestation";

/** Something that a verdict rests on. */
export type Proof =
  | {
      readonly kind: "finding";
      readonly rule: string;
      readonly severity: Severity;
      readonly message: string;
      readonly file: string;
      readonly range: Range;
      readonly fingerprint: string;
    }
  | {
      readonly kind: "waived";
      readonly rule: string;
      readonly message: string;
      readonly file: string;
      readonly range: Range;
      readonly by: string;
      readonly justification: string;
      readonly expires?: string;
    }
  /** A rule looked at something and found nothing. */
  | { readonly kind: "rule"; readonly rule: string; readonly judged: string }
  | {
      readonly kind: "tool";
      readonly detection: Pick<ToolDetection, "category" | "product" | "name" | "strength" | "state">;
      readonly signal: ToolDetection["signals"][number];
    }
  | { readonly kind: "declared"; readonly tool: DeclaredTool }
  | {
      readonly kind: "evidence";
      readonly check: string;
      readonly message: string;
      readonly files: readonly string[];
    }
  | { readonly kind: "attestation"; readonly attestation: Attestation };

/** How one entry of the catalogue stands for a requirement. */
export interface EntryPosture {
  /** Such as `KM001`. */
  readonly entry: string;
  /** What a finding would mean. */
  readonly meaning: string;
  /**
   * `passed`: something was judged and nothing found. `failed`: something is wrong. `nothing-to-judge`: the workspace holds nothing
   * that the entry speaks about. `not-checked`: it could not be judged. `noted`: only findings of severity info.
   */
  readonly status: "passed" | "failed" | "noted" | "nothing-to-judge" | "not-checked";
  /** Why, where nothing was judged or something could not be. */
  readonly reason?: string;
  readonly rules: readonly string[];
  readonly findings: number;
}

/** Why a verdict is what it is. */
export interface PostureReason {
  /** Stable, `posture/…`. */
  readonly code: string;
  readonly message: string;
}

/** One row of the design. */
export interface RequirementPosture {
  readonly requirement: RequirementId;
  readonly title: string;
  readonly section: SectionRef;
  readonly baseline: Baseline;
  readonly effective: EffectiveLevel;
  readonly phases: readonly Phase[];
  readonly verdict: PostureVerdict;
  /** Why it is not met, not checked or needs a person; empty where it is met. */
  readonly reasons: readonly PostureReason[];
  readonly entries: readonly EntryPosture[];
  /** The first ones, those against it before those for it. */
  readonly proofs: readonly Proof[];
  readonly proofCount: number;
}

/** A tool category and what fills it. */
export interface CategoryPosture {
  readonly category: string;
  readonly title: string;
  readonly requirements: readonly RequirementId[];
  readonly minimum: number;
  readonly detections: readonly ToolDetection[];
  readonly declared: readonly DeclaredTool[];
  /** Products that are present or declared, each family of scanners once. */
  readonly count: number;
}

/** The weighted share of what the design asks for that is known to be met. */
export interface PostureScore {
  readonly points: number;
  readonly of: number;
  /** Whole percent, rounded down. */
  readonly percent: number;
  /** Percent that would be reached if all that was not checked or needs a person were met. */
  readonly ceiling: number;
}

/** How a workspace stands against the whole design. */
export interface Posture {
  readonly profile: string;
  /** Such as `IL4`: that of the profile, else the highest that an environment declares. */
  readonly impactLevel?: string;
  /** ISO date. */
  readonly assessedOn: string;
  readonly summary: AssessmentSummary;
  readonly score: PostureScore;
  readonly counts: Readonly<Record<PostureVerdict, number>>;
  /** In the order of the design. */
  readonly requirements: readonly RequirementPosture[];
  readonly tools: readonly CategoryPosture[];
  /** What people declare and no file shows, and the reverse. */
  readonly differences: {
    readonly undetected: readonly DeclaredTool[];
    readonly undeclared: readonly ToolDetection[];
  };
  /** Files and parts that were not checked, by code. */
  readonly unchecked: readonly {
    readonly code: string;
    readonly count: number;
    readonly reason: string;
    readonly files: readonly string[];
  }[];
  /** Files of evidence that could not be read. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
}
