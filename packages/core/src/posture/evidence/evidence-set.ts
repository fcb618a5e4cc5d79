import type { EvidenceKind } from "../../release-evidence/index.ts";

/** A document of evidence, as far as it could be read. Everything in it is still to be judged. */
export interface EvidenceRecord {
  /** From the folder of evidence. */
  readonly path: string;
  readonly kind: EvidenceKind;
  /** `sha256:…` of what it is about. */
  readonly subjects: readonly string[];
  /** `unverified` where it is signed and no key was given, `broken` where a signature does not hold. */
  readonly trust: "signed" | "unsigned" | "unverified" | "broken";
  readonly predicate: unknown;
}

/** What a PolicyReport or the status of a constraint says. */
export interface PolicyReportRecord {
  readonly path: string;
  readonly name: string;
  readonly failed: number;
  readonly errors: number;
  readonly passed: number;
}

/** A go or no-go that was recorded. */
export interface DecisionRecord {
  readonly path: string;
  /** `sha256:…`. */
  readonly digest: string;
  readonly decision: string;
}

/** The configuration of an image, as the OCI image specification has it. */
export interface ImageConfigRecord {
  readonly path: string;
  readonly config: unknown;
}

/** The evidence that an assessment is given. */
export interface EvidenceSet {
  readonly documents: readonly EvidenceRecord[];
  /** Files that may be evidence and cannot be read. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  readonly policyReports: readonly PolicyReportRecord[];
  readonly decisions: readonly DecisionRecord[];
  readonly imageConfigs: readonly ImageConfigRecord[];
  /** `sha256:…` of the image in question; where absent, the one that all documents are about. */
  readonly image?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What one check of the catalogue comes to on the evidence. */
export interface EvidenceOutcome {
  /** `RG001` … `SR012`. */
  readonly check: string;
  readonly outcome: "passed" | "failed" | "not-checked";
  readonly message: string;
  /** Files that it rests on, from the folder of evidence. */
  readonly files: readonly string[];
}

/** The image that the evidence is about; undefined where documents differ or there are none. */
export function subjectOf({ image, documents }: EvidenceSet): string | undefined {
  if (image !== undefined) return image;
  const shared = documents
    .map(({ subjects }) => subjects)
    .filter((subjects) => subjects.length > 0)
    .reduce<readonly string[] | undefined>(
      (kept, subjects) => (kept === undefined ? subjects : kept.filter((one) => subjects.includes(one))),
      undefined,
    );
  return shared?.[0];
}

/** Documents of a kind that are about the image. */
export function aboutImage(evidence: EvidenceSet, kind: EvidenceKind): readonly EvidenceRecord[] {
  const subject = subjectOf(evidence);
  return evidence.documents.filter(
    (one) => one.kind === kind && (subject === undefined || one.subjects.includes(subject)),
  );
}
