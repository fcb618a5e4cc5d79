import type { Posture, PostureVerdict, Proof } from "@plimsoll/core/posture";

/** What a report of a posture needs beside it. */
export interface PostureReport {
  readonly posture: Posture;
  /** What was assessed, as a reader calls it. */
  readonly subject: string;
  readonly toolVersion: string;
  /** The pipeline as SVG; absent where there is none. */
  readonly pipeline?: string;
  /** What a requirement says, in our words. */
  readonly statementOf: (requirement: string) => string | undefined;
}

/** Verdicts in the order in which they matter to a reader. */
export const VERDICTS: readonly PostureVerdict[] = ["not-met", "not-checked", "needs-attestation", "met"];

const WORDS: Readonly<Record<PostureVerdict, string>> = {
  met: "met",
  "not-met": "not met",
  "not-checked": "not checked",
  "needs-attestation": "needs attestation",
};

/** A verdict in words. */
export function verdictWords(verdict: PostureVerdict): string {
  return WORDS[verdict];
}

/** A proof as one line: what it is, what it says, and where. Foreign text stays as it is. */
export interface ProofLine {
  readonly label: string;
  readonly text: string;
  /** `file:line:column`, or empty. */
  readonly place: string;
}

type Of<Kind extends Proof["kind"]> = Extract<Proof, { readonly kind: Kind }>;

/** Every kind of proof as one line. */
export function proofLine(proof: Proof): ProofLine {
  if (proof.kind === "finding") {
    return { label: proof.severity, text: `${proof.message} (${proof.rule})`, place: placeOf(proof) };
  }
  if (proof.kind === "waived") return waivedLine(proof);
  if (proof.kind === "rule") {
    return { label: "rule", text: `${proof.rule} found nothing in ${proof.judged}`, place: "" };
  }
  if (proof.kind === "tool") return toolLine(proof);
  if (proof.kind === "declared") {
    return { label: "declared", text: `${proof.tool.product} as ${proof.tool.category}`, place: "" };
  }
  if (proof.kind === "evidence") {
    return { label: proof.check, text: proof.message, place: proof.files.slice(0, 3).join(", ") };
  }
  return attestationLine(proof);
}

function waivedLine(proof: Of<"waived">): ProofLine {
  const until = proof.expires === undefined ? "" : `, until ${proof.expires}`;
  const text = `${proof.message} (${proof.rule}; ${proof.by}${until}: ${proof.justification})`;
  return { label: "excused", text, place: placeOf(proof) };
}

function toolLine({ detection, signal }: Of<"tool">): ProofLine {
  const state = detection.state === "offered" ? "offered, not in use" : `${detection.strength} detection`;
  return {
    label: "tool",
    text: `${detection.name}, ${state}: ${signal.by} ${signal.text}`,
    place: placeOf(signal),
  };
}

function attestationLine({ attestation }: Of<"attestation">): ProofLine {
  const { who, role, date, statement, expires, document } = attestation;
  const until = expires === undefined ? "" : `, until ${expires}`;
  return {
    label: "attested",
    text: `${who} (${role}), ${date}${until}: ${statement}`,
    place: document ?? "",
  };
}

function placeOf({
  file,
  range,
}: {
  readonly file: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}): string {
  return `${file}:${range.start.line}:${range.start.column}`;
}
