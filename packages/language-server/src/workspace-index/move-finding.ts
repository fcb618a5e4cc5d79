import type { FileEdit, Finding, Fix } from "@plimsoll/core";
import type { Alignment, MovedPlaces } from "./align-places.ts";

/** Findings after the records of one file moved. */
export interface MovedFindings {
  /** In their order; the same object for one that has no place in the file. */
  readonly followed: readonly Finding[];
  /** Those with a place that cannot be followed. */
  readonly lost: readonly Finding[];
}

/** Follows findings of rules over the workspace when the records of one file move. */
export function moveFindings(
  findings: readonly Finding[],
  file: string,
  { movesOf }: Pick<Alignment, "movesOf">,
): MovedFindings {
  const offsets = new Set<number>();
  for (const finding of findings) addOffsets(finding, file, offsets);
  if (offsets.size === 0) return { followed: findings, lost: [] };
  const moved = movesOf(offsets);
  const [followed, lost]: [Finding[], Finding[]] = [[], []];
  for (const finding of findings) {
    const after = moveFinding(finding, file, moved);
    if (after === undefined) lost.push(finding);
    else followed.push(after);
  }
  return { followed, lost };
}

/** Whether a finding has a place in a file. */
export function mentions({ file: own, related, fixes }: Finding, file: string): boolean {
  if (own === file || related.some((place) => place.file === file)) return true;
  return fixes.some(({ edits }) => edits.some((edit) => edit.file === file));
}

/** The files in which a finding has places. */
export function filesOf({ file, related, fixes }: Finding): ReadonlySet<string> {
  const files = new Set([file]);
  for (const place of related) files.add(place.file);
  for (const { edits } of fixes) for (const edit of edits) files.add(edit.file);
  return files;
}

function addOffsets(finding: Finding, file: string, offsets: Set<number>): void {
  if (finding.file === file) offsets.add(finding.range.start.offset);
  for (const place of finding.related) if (place.file === file) offsets.add(place.range.start.offset);
  for (const { edits } of finding.fixes) {
    for (const edit of edits) if (edit.file === file) offsets.add(edit.start).add(edit.end);
  }
}

function moveFinding(finding: Finding, file: string, moved: MovedPlaces): Finding | undefined {
  if (!mentions(finding, file) || isWhereItWas(finding, file, moved)) return finding;
  const range = finding.file === file ? moved.rangeOf(finding.range) : finding.range;
  if (range === undefined) return undefined;
  const related = all(
    finding.related.map((place) => (place.file === file ? moveRelated(place, moved) : place)),
  );
  const fixes = all(finding.fixes.map((fix) => moveFix(fix, file, moved)));
  return related === undefined || fixes === undefined ? undefined : { ...finding, range, related, fixes };
}

/** Whether all its places stayed, as those before an edit do. */
function isWhereItWas(finding: Finding, file: string, { rangeOf, offsetOf }: MovedPlaces): boolean {
  return (
    (finding.file !== file || isSameRange(finding.range, rangeOf(finding.range))) &&
    finding.related.every((place) => place.file !== file || isSameRange(place.range, rangeOf(place.range))) &&
    finding.fixes.every(({ edits }) =>
      edits.every(
        ({ file: at, start, end }) => at !== file || (offsetOf(start) === start && offsetOf(end) === end),
      ),
    )
  );
}

function isSameRange(before: Finding["range"], after: Finding["range"] | undefined): boolean {
  return (
    after !== undefined && isSamePosition(before.start, after.start) && isSamePosition(before.end, after.end)
  );
}

type Position = Finding["range"]["start"];

function isSamePosition(before: Position, after: Position): boolean {
  return (
    before === after ||
    (before.offset === after.offset && before.line === after.line && before.column === after.column)
  );
}

type Related = Finding["related"][number];

function moveRelated(place: Related, moved: MovedPlaces): Related | undefined {
  const range = moved.rangeOf(place.range);
  return range === undefined ? undefined : { ...place, range };
}

function moveFix(fix: Fix, file: string, moved: MovedPlaces): Fix | undefined {
  const edits = all(fix.edits.map((edit) => (edit.file === file ? moveEdit(edit, moved) : edit)));
  return edits === undefined ? undefined : { ...fix, edits };
}

/** The edits that moved ones were made of first: a chain of all their moves would never end. */
const origins = new WeakMap<FileEdit, FileEdit>();

/** What an edit writes may be made when it is asked for first, so it is not asked for here. */
function moveEdit(edit: FileEdit, moved: MovedPlaces): FileEdit | undefined {
  const start = moved.offsetOf(edit.start);
  const end = moved.offsetOf(edit.end);
  if (start === undefined || end === undefined) return undefined;
  const origin = origins.get(edit) ?? edit;
  const after: FileEdit = {
    file: edit.file,
    start,
    end,
    get newText() {
      return origin.newText;
    },
  };
  origins.set(after, origin);
  return after;
}

function all<Item>(items: readonly (Item | undefined)[]): readonly Item[] | undefined {
  const found = items.filter((item): item is Item => item !== undefined);
  return found.length === items.length ? found : undefined;
}
