import {
  applyEdits,
  orderEdits,
  parseYamlDocument,
  setValue,
  type TextEdit,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from "@plimsoll/syntax";
import type { AddedValue, Site, Write } from "../find/find.ts";
import type { Sheet } from "../find/sheet.ts";
import { isExactly } from "./prove.ts";
import { editLiteral, editScalar, type Reason, type TextChange } from "./raw-text.ts";
import { sharedBy, sharedMap } from "./sharing.ts";

/** A place that cannot be edited, and why. */
export interface Failure {
  readonly site: Site;
  readonly reason: Reason;
}

/** Edits of a document; its offsets are those of the document's own text. */
export interface SheetEdits {
  readonly edits: readonly TextEdit[];
  readonly failures: readonly Failure[];
}

interface ScalarWork {
  readonly sites: Site[];
  readonly uses: Set<YamlNode>;
  readonly changes: TextChange[];
}

interface Work {
  readonly sheet: Sheet;
  readonly edits: TextEdit[];
  readonly failures: Failure[];
  readonly texts: Map<YamlScalar, string>;
  readonly additions: Map<YamlMap, { readonly key: string; readonly value: AddedValue }>;
}

/**
 * The edits of one document for its places and for those in documents that stand as text inside it, proved by reading the result.
 */
export function editSheet(sheet: Sheet, sites: readonly Site[]): SheetEdits {
  const work: Work = { sheet, edits: [], failures: [], texts: new Map(), additions: new Map() };
  const [first] = sites;
  if (first === undefined) return work;
  editScalars(
    work,
    sites.filter((site) => site.sheet === sheet),
  );
  for (const inner of new Set(sites.map((site) => site.sheet)))
    if (inner !== sheet)
      editInner(
        work,
        inner,
        sites.filter((site) => site.sheet === inner),
      );
  if (work.failures.length === 0 && !isProved(work)) fail(work, [first], UNPROVED);
  return work;
}

function editScalars(work: Work, sites: readonly Site[]): void {
  const scalars = new Map<YamlScalar, ScalarWork>();
  for (const site of sites) {
    for (const write of site.writes) {
      if (write.kind === "add") addKey(work, site, write);
      else {
        const known = scalars.get(write.scalar);
        const own = known ?? { sites: [], uses: new Set<YamlNode>(), changes: [] };
        own.sites.push(site);
        own.uses.add(write.use);
        if (!own.changes.some((change) => isSame(change, write))) own.changes.push(write);
        scalars.set(write.scalar, own);
      }
    }
  }
  for (const [scalar, own] of scalars) editOne(work, scalar, own);
}

function editOne({ sheet, edits, failures, texts }: Work, scalar: YamlScalar, own: ScalarWork): void {
  const shared = sharedBy(sheet, scalar, own.uses);
  const made = shared ?? editScalar(sheet.document, scalar, own.changes);
  if ("code" in made) failures.push(...own.sites.map((site) => ({ site, reason: made })));
  else {
    edits.push(...made);
    texts.set(scalar, applyEdits(scalar.text, own.changes));
  }
}

function addKey(work: Work, site: Site, { map, key, value }: Extract<Write, { kind: "add" }>): void {
  const { document } = work.sheet;
  const shared = sharedMap(work.sheet, map);
  const made = shared === undefined ? setValue(document, map, [key], value) : [];
  if (shared !== undefined || made.length === 0) {
    fail(work, [site], shared ?? UNPROVED);
    return;
  }
  work.edits.push(...made);
  work.additions.set(map, { key, value });
}

/** Places inside a text that a scalar of the document holds. */
function editInner(work: Work, inner: Sheet, sites: readonly Site[]): void {
  const { outer } = inner;
  if (outer === undefined) return;
  const { edits, failures } = editSheet(inner, sites);
  work.failures.push(...failures);
  if (failures.length > 0 || edits.length === 0) return;
  const { scalar, use } = outer;
  const made =
    sharedBy(work.sheet, scalar, new Set([use])) ?? editLiteral(work.sheet.document, scalar, edits);
  if ("code" in made) fail(work, sites, made);
  else {
    work.edits.push(...made);
    work.texts.set(scalar, applyEdits(scalar.text, edits));
  }
}

function isProved({ sheet, edits, texts, additions }: Work): boolean {
  if (orderEdits(edits) === undefined) return false;
  const after = parseYamlDocument(applyEdits(sheet.document.text, edits));
  return isExactly(sheet.document, after, { texts, additions });
}

function fail({ failures }: Work, sites: readonly Site[], reason: Reason): void {
  failures.push(...sites.map((site) => ({ site, reason })));
}

function isSame(one: TextChange, other: TextChange): boolean {
  return one.start === other.start && one.end === other.end && one.newText === other.newText;
}

/** The edit is not made, because the result would not be what was meant. */
export const UNPROVED: Reason = {
  code: "promote/not-proved",
  message:
    "Reading the edited file again does not show exactly the change that was meant, so it is not made.",
  nextStep: "Write the value on a line of its own, as `key: value`, then promote again.",
};
