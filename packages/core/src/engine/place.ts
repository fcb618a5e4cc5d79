import type { Position, SourceText, Span } from "@plimsoll/syntax";
import type { Finding, FileEdit, Fix, NotChecked, Severity } from "../finding/finding.ts";
import type { ResourceRecord } from "../inventory/inventory.ts";
import { placeRecord } from "../inventory/record.ts";
import type { ProposedFix, RuleMeta } from "../rule/rule.ts";
import type { RuleReferences } from "../rule/rule-set.ts";
import { type DocumentResult, identityOf } from "./check-document.ts";
import type { Fingerprints } from "./fingerprint.ts";
import type { RawFinding, RawNotChecked } from "./raw-finding.ts";

/** A file whose findings are being placed: `offset` is where the document starts in it. */
export interface Placement {
  readonly path: string;
  readonly source: SourceText;
  readonly offset: number;
  readonly fingerprints: Fingerprints;
  readonly severityOf: (rule: RuleMeta) => Severity;
  readonly referencesOf: (rule: RuleMeta) => RuleReferences;
}

/** Turns a document's finding into one of the file: lines and columns, severity, references and fingerprint. */
export function placeFinding(raw: RawFinding, placement: Placement): Finding {
  const { rule, problem } = raw;
  const { path } = placement;
  const resource = raw.resource === undefined ? undefined : identityOf(raw.resource);
  return {
    ruleId: rule.id,
    problem: problem.problem,
    severity: severityOf(raw, placement),
    confidence: problem.confidence ?? rule.confidence,
    message: raw.message,
    file: path,
    range: placement.source.rangeOf(shift(problem.at, placement.offset)),
    ...(resource === undefined ? {} : { resource }),
    ...placement.referencesOf(rule),
    aliases: problem.aliases ?? rule.aliases,
    // A place that cannot be edited (behind an alias, in broken text) yields a fix without edits, which is no fix.
    fixes: raw.fixes.filter(({ edits }) => edits.length > 0).map((fix) => placeFix(fix, placement)),
    related: (problem.related ?? []).map(({ at, message }) => ({
      file: path,
      range: placement.source.rangeOf(shift(at, placement.offset)),
      message,
    })),
    fingerprint: placement.fingerprints.next({
      ruleId: rule.id,
      problem: problem.problem,
      file: path,
      resource: resource === undefined ? "" : `${resource.kind}/${resource.namespace ?? ""}/${resource.name}`,
      subject: raw.subject,
    }),
  };
}

/** A severity that the user chose for the rule wins over what a single problem says of itself. */
function severityOf({ rule, problem }: RawFinding, placement: Placement): Severity {
  const set = placement.severityOf(rule);
  return set === rule.severity ? (problem.severity ?? set) : set;
}

function placeFix(fix: ProposedFix, { path, offset }: Placement): Fix {
  const edits: readonly FileEdit[] = fix.edits.map(({ start, end, newText }) => ({
    file: path,
    start: start + offset,
    end: end + offset,
    newText,
  }));
  return { title: fix.title, safety: fix.safety, edits };
}

export function placeNotChecked(raw: RawNotChecked, placement: Placement): NotChecked {
  const { at, ...rest } = raw;
  const range = at === undefined ? undefined : placement.source.rangeOf(shift(at, placement.offset));
  return { ...rest, file: placement.path, ...(range === undefined ? {} : { range }) };
}

interface PlacedRecords {
  readonly path: string;
  readonly start: Position;
  readonly records: readonly ResourceRecord[];
}

/** Where the records of a document of an open file were placed last. */
const placed = new WeakMap<DocumentResult, PlacedRecords>();

/**
 * Places the records of a document.
 * @param isOpen whether the file is going to be checked again: an edit costs nothing in the documents before it then
 */
export function placeRecords(
  result: DocumentResult,
  { path, source, offset }: Placement,
  isOpen: boolean,
): readonly ResourceRecord[] {
  if (!isOpen) return result.records.map((raw) => placeRecord(raw, path, { source, offset }));
  const start = source.positionAt(offset);
  const known = placed.get(result);
  if (known !== undefined && known.path === path && isSame(known.start, start)) return known.records;
  const records = result.records.map((raw) => placeRecord(raw, path, { source, offset }));
  placed.set(result, { path, start, records });
  return records;
}

function isSame(before: Position, now: Position): boolean {
  return before.offset === now.offset && before.line === now.line && before.column === now.column;
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
