import { EVIDENCE_KINDS, type EvidenceKind } from "@plimsoll/core/release-evidence";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./output/canonical-json.ts";
import type { EvidenceDocument, EvidenceFile, OtherFile, VerifySignature } from "./evidence/evidence.ts";
import { readEvidence } from "./evidence/read-evidence.ts";
import { freezeReasons } from "./judge/freeze.ts";
import { JUDGES } from "./judge/judge-kinds.ts";
import { outcomeOf, unknown, type Outcome, type ReleaseReason } from "./judge/outcome.ts";
import type { ReleasePolicy } from "./policy/release-policy.ts";

/** What is to be released, where to. */
export interface ReleaseRequest {
  readonly image: { readonly name: string; /** `sha256:…`. */ readonly digest: string };
  readonly environment: string;
  readonly files: readonly EvidenceFile[];
  readonly policy: ReleasePolicy;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly verify: VerifySignature;
}

export type Decision = "go" | "no-go" | "indeterminate";

/** What came of one requirement. */
export interface RequirementOutcome {
  readonly kind: EvidenceKind | "integrity" | "freeze";
  readonly outcome: Outcome;
  readonly reasons: readonly ReleaseReason[];
  /** The files that it rests on. */
  readonly evidence: readonly string[];
}

/** A recorded go or no-go: the same evidence, policy and time give the same record. */
export interface ReleaseDecision {
  readonly kind: "plimsoll-release-decision";
  readonly schemaVersion: "1.0";
  readonly decision: Decision;
  readonly image: { readonly name: string; readonly digest: string };
  readonly environment: string;
  /** RFC 3339. */
  readonly decidedAt: string;
  /** `unsigned` where the policy does not ask for signatures: then whoever wrote the evidence decided. */
  readonly trust: "signed" | "unsigned";
  /** SHA-256 of the policy in its canonical form. */
  readonly policyDigest: string;
  readonly requirements: readonly RequirementOutcome[];
  /** Every file that was looked at. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string; readonly use: string }[];
}

/**
 * Decides whether an image may be released. `go` only where every required kind of evidence is there exactly once for this very
 * digest, can be read, is vouched for, is fresh and says so. `no-go` where something is known to be wrong; anything else is
 * `indeterminate`.
 */
export async function decideRelease(request: ReleaseRequest): Promise<ReleaseDecision> {
  const { policy, image, now } = request;
  const files = [...request.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const reading = { keys: policy.keys, verify: request.verify };
  const read: (EvidenceDocument | OtherFile)[] = [];
  for (const file of files) read.push(await readEvidence(file, reading));
  const documents = read.filter((entry) => "kind" in entry);
  const requirements = [
    integrityOf(read, policy),
    ...freezeReasonsOf(policy, now),
    ...EVIDENCE_KINDS.filter((kind) => policy.require.includes(kind)).map((kind) =>
      requirementOf(kind, documents, request),
    ),
  ];
  return {
    kind: "plimsoll-release-decision",
    schemaVersion: "1.0",
    decision: decisionOf(requirements, policy),
    image,
    environment: request.environment,
    decidedAt: new Date(now).toISOString(),
    trust: policy.signed ? "signed" : "unsigned",
    policyDigest: `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(policy))))}`,
    requirements,
    inputs: read.map((entry) => ({
      path: entry.path,
      sha256: entry.sha256,
      use: useOf(entry, image.digest),
    })),
  };
}

/** A policy that asks for nothing lets nothing go: that nothing is wrong is then no finding. */
function decisionOf(requirements: readonly RequirementOutcome[], policy: ReleasePolicy): Decision {
  if (requirements.some(({ outcome }) => outcome === "not-met")) return "no-go";
  if (policy.require.length === 0) return "indeterminate";
  return requirements.every(({ outcome }) => outcome === "met") ? "go" : "indeterminate";
}

function useOf(entry: EvidenceDocument | OtherFile, digest: string): string {
  if (!("kind" in entry)) return `${entry.unreadable ? "unreadable" : "not evidence"}: ${entry.reason}`;
  return entry.subjects.includes(digest) ? entry.kind : `${entry.kind} of another image`;
}

/** Whether everything in the folder can be read and nothing was altered, be it needed or not. */
function integrityOf(
  read: readonly (EvidenceDocument | OtherFile)[],
  policy: ReleasePolicy,
): RequirementOutcome {
  const reasons: ReleaseReason[] = [];
  for (const entry of read) {
    if (!("kind" in entry)) {
      if (entry.unreadable) reasons.push(unknown("unreadable", `${entry.path} ${entry.reason}.`));
    } else if (entry.trust.kind === "broken") {
      reasons.push(unknown("bad-signature", `${entry.path}: ${entry.trust.message}.`));
    } else if (policy.signed && entry.trust.kind === "unsigned") {
      reasons.push(unknown("unsigned", `${entry.path} (${entry.kind}) is not signed.`));
    }
  }
  return { kind: "integrity", outcome: outcomeOf(reasons), reasons, evidence: [] };
}

function freezeReasonsOf(policy: ReleasePolicy, now: number): readonly RequirementOutcome[] {
  if (policy.freezes.length === 0) return [];
  const reasons = freezeReasons(policy.freezes, now);
  return [{ kind: "freeze", outcome: outcomeOf(reasons), reasons, evidence: [] }];
}

function requirementOf(
  kind: EvidenceKind,
  documents: readonly EvidenceDocument[],
  { image, policy, now }: ReleaseRequest,
): RequirementOutcome {
  const ofKind = documents.filter((document) => document.kind === kind);
  const about = unique(ofKind.filter(({ subjects }) => subjects.includes(image.digest)));
  const evidence = about.map(({ path }) => path);
  const done = (reasons: readonly ReleaseReason[]): RequirementOutcome => ({
    kind,
    outcome: outcomeOf(reasons),
    reasons,
    evidence,
  });
  const [document, another] = about;
  if (document === undefined) return done([missing(kind, ofKind)]);
  // Which of two counts, nobody can tell; and what may be taken away must not decide.
  if (another !== undefined) {
    return done([
      unknown("ambiguous", `There are ${about.length} different ${kind} documents of this image; keep one.`),
    ]);
  }
  if (document.trust.kind === "broken" || (policy.signed && document.trust.kind === "unsigned")) {
    return done([unknown("not-vouched", `Nobody vouches for ${document.path}.`)]);
  }
  return done(JUDGES[kind](document.predicate, { policy, now }));
}

function missing(kind: EvidenceKind, ofKind: readonly EvidenceDocument[]): ReleaseReason {
  if (ofKind.length === 0) return unknown("missing", `There is no ${kind} evidence.`);
  const paths = ofKind.map(({ path }) => path).join(", ");
  return unknown("wrong-digest", `The ${kind} evidence is about another image: ${paths}.`);
}

/** The same bytes twice are one document. */
function unique(documents: readonly EvidenceDocument[]): readonly EvidenceDocument[] {
  return [...new Map(documents.map((document) => [document.sha256, document])).values()];
}
