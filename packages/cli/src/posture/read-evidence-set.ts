import { resolve } from "node:path";
import { isRecord, listOf, memberOf, numberOf, textOf } from "@plimsoll/core/json";
import type { EvidenceRecord, EvidenceSet, PolicyReportRecord } from "@plimsoll/core/posture";
import { readEvidence, type EvidenceDocument, type TrustedKey } from "@plimsoll/release";
import { plainData, readEvidenceFolder, readPublicKey, verifyWith } from "@plimsoll/workspace";
import { digestOption } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Larger files beside the statements, such as a scanner's own report, are not asked what they are. */
const MAXIMUM_OTHER = 4 * 1024 * 1024;

type Mutable<Part> = { -readonly [Name in keyof Part]: Part[Name] };

interface Reading {
  readonly documents: EvidenceRecord[];
  readonly unreadable: Mutable<EvidenceSet["unreadable"][number]>[];
  readonly policyReports: PolicyReportRecord[];
  readonly decisions: Mutable<EvidenceSet["decisions"][number]>[];
  readonly imageConfigs: Mutable<EvidenceSet["imageConfigs"][number]>[];
}

/** The evidence that `--evidence` names; undefined where it names none. Errors as for `plimsoll release decide`. */
export async function readEvidenceSet(args: Arguments, terminal: Terminal): Promise<EvidenceSet | undefined> {
  const folders = args.valuesOf("evidence");
  if (folders.length === 0) return undefined;
  const keys = args.valuesOf("key").map((file) => readPublicKey(resolve(terminal.cwd, file)));
  const image = digestOption(args, "image");
  const reading: Reading = {
    documents: [],
    unreadable: [],
    policyReports: [],
    decisions: [],
    imageConfigs: [],
  };
  for (const folder of folders) {
    for (const { path, bytes } of readEvidenceFolder(resolve(terminal.cwd, folder))) {
      const name = folders.length > 1 ? `${folder.replace(/\/+$/u, "")}/${path}` : path;
      await readFile({ path: name, bytes }, keys, reading);
    }
  }
  return { ...reading, ...(image === undefined ? {} : { image }), now: Date.now() };
}

interface Bytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function readFile(file: Bytes, keys: readonly TrustedKey[], reading: Reading): Promise<void> {
  if (!/\.(?:json|ya?ml|jsonl)$/u.test(file.path)) return;
  if (file.path.endsWith("json")) {
    const read = await readEvidence(file, { keys, verify: verifyWith });
    if ("kind" in read) {
      reading.documents.push(recordOf(read, keys));
      return;
    }
    if (read.unreadable) {
      reading.unreadable.push({ path: file.path, reason: read.reason });
      return;
    }
  }
  if (file.bytes.length <= MAXIMUM_OTHER) readOther(file, reading);
}

/** A signature that nobody can verify, for want of a key, is no broken one. */
function recordOf(
  { path, kind, subjects, trust, predicate }: EvidenceDocument,
  keys: readonly TrustedKey[],
): EvidenceRecord {
  const unverified = trust.kind === "broken" && keys.length === 0;
  return { path, kind, subjects, trust: unverified ? "unverified" : trust.kind, predicate };
}

/** Files that are no statement: policy reports of a cluster, recorded decisions, configurations of images. */
function readOther({ path, bytes }: Bytes, reading: Reading): void {
  const data = plainData(new TextDecoder().decode(bytes));
  if ("problem" in data) {
    if (!path.endsWith("json")) reading.unreadable.push({ path, reason: data.problem });
    return;
  }
  const { value } = data;
  const kind = textOf(memberOf(value, "kind"));
  if (kind === "plimsoll-release-decision") {
    const digest = textOf(memberOf(memberOf(value, "image"), "digest")) ?? "";
    reading.decisions.push({ path, digest, decision: textOf(memberOf(value, "decision")) ?? "unknown" });
    return;
  }
  const items = kind?.endsWith("List") === true ? listOf(memberOf(value, "items")) : [value];
  for (const item of items) reading.policyReports.push(...policyReport(item, path));
  if (isRecord(memberOf(value, "rootfs")) && isRecord(memberOf(value, "config")))
    reading.imageConfigs.push({ path, config: value });
}

function policyReport(value: unknown, path: string): readonly PolicyReportRecord[] {
  const kind = textOf(memberOf(value, "kind"));
  if (kind !== "PolicyReport" && kind !== "ClusterPolicyReport") return violations(value, path);
  const summary = memberOf(value, "summary");
  const count = (name: string): number => numberOf(memberOf(summary, name)) ?? 0;
  const name = textOf(memberOf(memberOf(value, "metadata"), "name")) ?? kind;
  return [{ path, name, failed: count("fail"), errors: count("error"), passed: count("pass") }];
}

/** A constraint of Gatekeeper with its status: what it enforces and how many objects violate it. */
function violations(value: unknown, path: string): readonly PolicyReportRecord[] {
  const api = textOf(memberOf(value, "apiVersion")) ?? "";
  const total = numberOf(memberOf(memberOf(value, "status"), "totalViolations"));
  if (!api.startsWith("constraints.gatekeeper.sh/") || total === undefined) return [];
  const name = textOf(memberOf(memberOf(value, "metadata"), "name")) ?? "constraint";
  return [{ path, name, failed: total, errors: 0, passed: total === 0 ? 1 : 0 }];
}
