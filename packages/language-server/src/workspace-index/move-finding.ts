import type { FileEdit, Finding, Fix } from "@plimsoll/core";
import type { MovedPlaces } from "./align-places.ts";

/**
 * A finding of a rule over the workspace after the records of one file moved: the same object where it has no place in that file,
 * undefined where one of its places cannot be followed.
 */
export function moveFinding(finding: Finding, file: string, moved: MovedPlaces): Finding | undefined {
  if (!concerns(finding, file)) return finding;
  const range = finding.file === file ? moved.rangeOf(finding.range) : finding.range;
  if (range === undefined) return undefined;
  const related = all(
    finding.related.map((place) => (place.file === file ? moveRelated(place, moved) : place)),
  );
  const fixes = all(finding.fixes.map((fix) => moveFix(fix, file, moved)));
  return related === undefined || fixes === undefined ? undefined : { ...finding, range, related, fixes };
}

function concerns({ file: own, related, fixes }: Finding, file: string): boolean {
  if (own === file || related.some((place) => place.file === file)) return true;
  return fixes.some(({ edits }) => edits.some((edit) => edit.file === file));
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

function moveEdit(edit: FileEdit, moved: MovedPlaces): FileEdit | undefined {
  const start = moved.offsetOf(edit.start);
  const end = moved.offsetOf(edit.end);
  return start === undefined || end === undefined ? undefined : { ...edit, start, end };
}

function all<Item>(items: readonly (Item | undefined)[]): readonly Item[] | undefined {
  const found = items.filter((item): item is Item => item !== undefined);
  return found.length === items.length ? found : undefined;
}
