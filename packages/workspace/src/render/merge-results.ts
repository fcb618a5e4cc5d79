import type { FileResult, Finding, ResourceIdentity, ResourceRecord } from "@plimsoll/core";

/**
 * Joins the results of rendered resources with those of the files that were checked as they are. A finding of the same rule
 * at the same place is kept once, from the file itself, and so is one that says the same of the same object where a patch moves
 * its place; of an object that stands in both, the rendered one is kept, since that is what runs.
 * @param isWanted whether findings on a file are to be reported
 */
export function mergeResults(
  plain: readonly FileResult[],
  rendered: readonly FileResult[],
  isWanted: (path: string) => boolean,
): readonly FileResult[] {
  if (rendered.length === 0) return plain;
  const known: Known = { places: new Set(), objects: new Set(), told: new Map(), isWanted };
  for (const result of plain) {
    const placeOf = objectPlaces(result);
    for (const finding of findingsOf(result)) {
      known.places.add(placeKey(finding));
      count(known.told, wordsKey(finding, placeOf));
    }
  }
  const run = new Set(rendered.flatMap(({ records }) => records.map(recordPlace)));
  const merged = new Map<string, FileResult>();
  for (const result of plain) {
    merged.set(result.path, {
      ...result,
      records: result.records.filter((record) => !run.has(recordPlace(record))),
    });
  }
  for (const result of rendered) {
    const own = onlyNew(result, known);
    const before = merged.get(result.path);
    merged.set(result.path, before === undefined ? own : join(before, own));
  }
  return [...merged.values()];
}

interface Known {
  readonly places: Set<string>;
  /** Objects of earlier renderings. */
  readonly objects: Set<string>;
  /** How often the files say something of an object that stands in them. */
  readonly told: Map<string, number>;
  readonly isWanted: (path: string) => boolean;
}

/** What a rendered result adds. Findings of one result that share a place are kept together, and known from then on. */
function onlyNew(result: FileResult, { places, objects, told, isWanted }: Known): FileResult {
  const placeOf = objectPlaces(result);
  const here = new Map<string, number>();
  const isTold = (finding: Finding): boolean => {
    const key = wordsKey(finding, placeOf);
    return count(here, key) <= (told.get(key ?? "") ?? 0);
  };
  const isNew = (finding: Finding): boolean =>
    !isTold(finding) && isWanted(finding.file) && !places.has(placeKey(finding));
  const findings = result.findings.filter(isNew);
  const suppressed = result.suppressed.filter(({ finding }) => isNew(finding));
  const records = result.records.filter((record) => !objects.has(objectKey(record)));
  for (const finding of findingsOf(result)) places.add(placeKey(finding));
  for (const record of records) objects.add(objectKey(record));
  const notChecked = result.notChecked.filter(({ file }) => file === undefined || isWanted(file));
  return { ...result, findings, suppressed, records, notChecked };
}

function join(known: FileResult, added: FileResult): FileResult {
  return {
    ...known,
    checked: known.checked || added.checked,
    resources: Math.max(known.resources, added.resources),
    findings: [...known.findings, ...added.findings],
    suppressed: [...known.suppressed, ...added.suppressed],
    notChecked: added.checked
      ? [...withoutUnrendered(known), ...added.notChecked]
      : [...known.notChecked, ...added.notChecked],
    records: [...known.records, ...added.records],
  };
}

/** A template that was rendered after all is not "not rendered". */
function withoutUnrendered(result: FileResult): FileResult["notChecked"] {
  return result.notChecked.filter(({ code }) => code !== "helm/not-rendered");
}

function findingsOf(result: FileResult): readonly Finding[] {
  return [...result.findings, ...result.suppressed.map(({ finding }) => finding)];
}

function placeKey({ ruleId, problem, file, range }: Finding): string {
  return `${ruleId}\n${problem}\n${file}\n${range.start.offset}-${range.end.offset}`;
}

/** Where the objects of a result stand, by their identity. */
function objectPlaces({ records }: FileResult): ReadonlyMap<string, string> {
  return new Map(records.map((record) => [objectKey(record), recordPlace(record)]));
}

/**
 * What a finding says of an object, whatever the overlay makes of its name and wherever a patch moves the place; undefined
 * where the object is not known.
 */
function wordsKey(
  { ruleId, problem, message, resource }: Finding,
  placeOf: ReadonlyMap<string, string>,
): string | undefined {
  const place = resource === undefined ? undefined : placeOf.get(objectKey(resource));
  if (resource === undefined || place === undefined) return undefined;
  return `${ruleId}\n${problem}\n${place}\n${message.replace(`"${resource.name}"`, '""')}`;
}

/** Counts one more of a key and gives the new number; infinite where there is no key. */
function count(counts: Map<string, number>, key: string | undefined): number {
  if (key === undefined) return Infinity;
  const now = (counts.get(key) ?? 0) + 1;
  counts.set(key, now);
  return now;
}

function recordPlace({ file, range }: ResourceRecord): string {
  return `${file}\n${range.start.offset}`;
}

function objectKey({ apiVersion, kind, name, namespace }: ResourceIdentity): string {
  return `${apiVersion}\n${kind}\n${namespace ?? ""}\n${name}`;
}
