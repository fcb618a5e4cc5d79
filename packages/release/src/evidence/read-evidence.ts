import { listOf, memberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import {
  EVIDENCE_KINDS,
  PREDICATE_TYPES,
  STATEMENT_TYPE,
  type EvidenceKind,
} from "@plimsoll/core/release-evidence";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { isEnvelope, openEnvelope } from "./dsse.ts";
import type {
  EvidenceDocument,
  EvidenceFile,
  OtherFile,
  Trust,
  TrustedKey,
  VerifySignature,
} from "./evidence.ts";
import { isImageSignature, readImageSignature } from "./image-signature.ts";
import { fromUtf8 } from "./utf8.ts";

/** Largest evidence file, in bytes. An SBOM of a large image has some ten million. */
const MAXIMUM_BYTES = 128 * 1024 * 1024;

/** What the keys of the policy are for. */
export interface ReadingKeys {
  readonly keys: readonly TrustedKey[];
  readonly verify: VerifySignature;
}

/** Reads one file of the evidence folder: a DSSE envelope, a bare in-toto statement, or an image's signature. */
export async function readEvidence(
  file: EvidenceFile,
  reading: ReadingKeys,
): Promise<EvidenceDocument | OtherFile> {
  const place = { path: file.path, sha256: bytesToHex(sha256(file.bytes)) };
  const unreadable = (reason: string): OtherFile => ({ ...place, reason, unreadable: true });
  if (file.bytes.length > MAXIMUM_BYTES) return unreadable(`is larger than ${MAXIMUM_BYTES} bytes`);
  const value = parsed(file.bytes);
  // Reports for people lie beside; whatever evidence one of them may have been is then missing.
  if ("problem" in value)
    return { ...place, reason: value.problem, unreadable: isNamedAsEvidence(file.path) };
  if (isImageSignature(value.value)) return { ...place, ...(await readImageSignature(value.value, reading)) };
  if (!isEnvelope(value.value)) return statementOf(value.value, place, { kind: "unsigned" });
  const opened = await openEnvelope(value.value, reading.keys, reading.verify);
  if ("problem" in opened) return unreadable(opened.problem);
  const statement = parsed(opened.payload);
  if ("problem" in statement) return unreadable(`its payload ${statement.problem}`);
  return statementOf(statement.value, place, opened.trust);
}

/** Reports that are no JSON by their names. */
const OTHER_FORMS = [".md", ".html", ".xml", ".ckl", ".csv", ".txt", ".diff"] as const;

function isNamedAsEvidence(path: string): boolean {
  const name = path.toLowerCase();
  return !OTHER_FORMS.some((ending) => name.endsWith(ending));
}

function parsed(bytes: Uint8Array): { readonly value: unknown } | { readonly problem: string } {
  const text = fromUtf8(bytes);
  if (text === undefined) return { problem: "is not UTF-8" };
  const result = parseJsonText(text);
  if ("value" in result) return result;
  const { line, message } = result.problem;
  return { problem: `is not JSON${line === 0 ? "" : ` (line ${line})`}: ${message}` };
}

function statementOf(
  value: unknown,
  place: { readonly path: string; readonly sha256: string },
  trust: Trust,
): EvidenceDocument | OtherFile {
  // Damage inside a signed envelope must not make it look like another kind of file.
  const isSealed = trust.kind !== "unsigned";
  if (memberOf(value, "_type") !== STATEMENT_TYPE) {
    return { ...place, reason: "is no in-toto statement of version 1", unreadable: isSealed };
  }
  const type = textOf(memberOf(value, "predicateType")) ?? "";
  const kind = kindOf(type);
  if (kind === undefined) return { ...place, reason: `has a predicate of type "${type}"`, unreadable: false };
  return { ...place, kind, trust, subjects: subjectsOf(value), predicate: memberOf(value, "predicate") };
}

function kindOf(predicateType: string): EvidenceKind | undefined {
  return EVIDENCE_KINDS.find((kind) => kind !== "signature" && PREDICATE_TYPES[kind].includes(predicateType));
}

function subjectsOf(statement: unknown): readonly string[] {
  return listOf(memberOf(statement, "subject"))
    .map((subject) => textOf(memberOf(memberOf(subject, "digest"), "sha256")))
    .filter((digest) => digest !== undefined)
    .map((digest) => `sha256:${digest.toLowerCase()}`);
}
