import type { Range } from "@plimsoll/syntax";
import type { PragmaTool } from "../peer/peer-tools.ts";

export type Severity = "error" | "warning" | "info";

/** How sure a rule is that its finding is real: `high` needs no second look, `low` asks a person. */
export type Confidence = "high" | "medium" | "low";

/** The kinds of file that rules speak about. */
export type Surface = "dockerfile" | "kubernetes" | "ironbank" | "workflow" | "mesh" | "gitops" | "factory";

/** A Kubernetes object as a reader names it. */
export interface ResourceIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** An edit of one file. Offsets are UTF-16 code units from the start of the file; `end` is exclusive. */
export interface FileEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * What a fix may do without a person looking: `safe` keeps the meaning or only tightens it in the one right way,
 * `review` changes behaviour or needs a value that a person should see.
 */
export type FixSafety = "safe" | "review";

export interface Fix {
  readonly title: string;
  readonly safety: FixSafety;
  /** Made together or not at all. */
  readonly edits: readonly FileEdit[];
}

/** Another place that belongs to a finding. */
export interface RelatedLocation {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

/** One thing that does not hold, at an exact place. Data only. */
export interface Finding {
  readonly ruleId: string;
  /** Which of the rule's problems it is, such as `missing` or `rootUser`. */
  readonly problem: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  /** Path from the workspace's root, with `/`. */
  readonly file: string;
  readonly range: Range;
  readonly resource?: ResourceIdentity;
  /** Digest of the image that it is about, `sha256:…`, where the reference names one; waivers can be bound to it. */
  readonly imageDigest?: string;
  /** Ids of the reference design's requirements. */
  readonly requirements: readonly string[];
  /** Control references, `<document>:<id>`, such as `nist-800-53r5:ac-6(10)` or `disa-image-guide:2.2`. */
  readonly controls: readonly string[];
  /** Equivalent checks of other tools, `<tool>:<id>`. */
  readonly aliases: readonly string[];
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedLocation[];
  /** 32 hexadecimal digits; the same while rule, file, resource and the place in the tree stay, whatever line they move to. */
  readonly fingerprint: string;
}

/** Something that was not judged, and why. Never counted as a pass. */
export interface NotChecked {
  readonly file?: string;
  /** What in the file, or what beside a file: a resource, a rule id, a requirement. */
  readonly subject?: string;
  /** Where in the file, when the place is known. */
  readonly range?: Range;
  readonly reason: string;
  /** Stable, `area/what`, such as `syntax/unreadable`, `helm/not-rendered`, `rule/crashed`. */
  readonly code: string;
}

export type SuppressionKind = "waiver" | "inline" | "baseline";

/** A finding that something excuses: a waiver record, an inline ignore or the baseline. */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly by: SuppressionKind;
  /** The waiver's id, the inline comment's text or the baseline's file. */
  readonly reference: string;
  readonly justification: string;
  /** ISO date, for waivers and for pragmas that hold until a day. */
  readonly expires?: string;
  /** The tool whose pragma it was, for inline ignores in another tool's words. */
  readonly pragma?: PragmaTool;
}

export interface AssessmentSummary {
  readonly files: number;
  readonly checkedFiles: number;
  readonly resources: number;
  readonly rules: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly waived: number;
  readonly notChecked: number;
  readonly fixable: { readonly safe: number; readonly review: number };
  /** The configuration that was judged by. */
  readonly profile: string;
  readonly kubernetesVersion: string;
}

/** The state of one requirement of the reference design in this assessment. */
export interface RequirementCoverage {
  readonly requirement: string;
  /** Rules that are on and speak about it. */
  readonly rules: readonly string[];
  readonly findings: number;
  readonly waived: number;
  /** Why no rule can speak about it, where none is on. */
  readonly notChecked?: string;
}

/** The whole outcome of a check, before it is formatted. */
export interface Assessment {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly notChecked: readonly NotChecked[];
  readonly coverage: readonly RequirementCoverage[];
  readonly summary: AssessmentSummary;
}
