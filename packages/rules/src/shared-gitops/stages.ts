import type { Inventory, ResourceRecord } from "@plimsoll/core";
import { attached } from "@plimsoll/syntax";
import { placeOf, STAGES, type Environment, type EnvironmentPlace } from "./environment.ts";

/** What of a workload is compared between environments. */
export const ASPECTS = ["ports", "service account", "mounts", "mesh"] as const;
export type Aspect = (typeof ASPECTS)[number];

/** An object in the folder of an environment. */
export interface StagedObject {
  readonly index: number;
  readonly record: ResourceRecord;
  readonly environment: Environment;
  /** The layout that folders of all environments share. */
  readonly layout: string;
}

const PLACES = attached<ResourceRecord, { readonly place: EnvironmentPlace | undefined }>();

/** The environment of a record's file, found once, since a workspace is judged again after each edit. */
function recordPlace(record: ResourceRecord): EnvironmentPlace | undefined {
  let known = PLACES.get(record);
  if (known === undefined) {
    known = { place: placeOf(record.file) };
    PLACES.set(record, known);
  }
  return known.place;
}

/** Objects that make pods or install charts, by the environments that their paths name. */
export function stagedObjects(inventory: Inventory): readonly StagedObject[] {
  return inventory.resources.flatMap((record, index) => {
    if (record.podLabels === undefined && record.kind !== "HelmRelease") return [];
    const place = recordPlace(record);
    return place === undefined
      ? []
      : [{ index, record, environment: place.environment, layout: place.before }];
  });
}

/** An object of production beside those of the stage before it. */
export interface StageComparison {
  readonly index: number;
  readonly record: ResourceRecord;
  readonly stage: Environment;
  readonly earlier: readonly ResourceRecord[];
  readonly isSkipped: boolean;
}

/** Objects of production with their equals in the nearest earlier stage of the same layout. A layout without one is not judged. */
export function* stages(objects: readonly StagedObject[]): Iterable<StageComparison> {
  const folders = new Map<string, StagedObject[]>();
  for (const object of objects) {
    const key = `${object.environment} ${object.layout}`;
    const known = folders.get(key);
    if (known === undefined) folders.set(key, [object]);
    else known.push(object);
  }
  const before = STAGES.filter((stage) => stage !== "production").toReversed();
  for (const [key, production] of folders) {
    if (!key.startsWith("production ")) continue;
    const [first] = production;
    const layout = first?.layout ?? "";
    const stage = before.find((one) => folders.has(`${one} ${layout}`));
    if (stage === undefined) continue;
    const known = byIdentity(folders.get(`${stage} ${layout}`) ?? []);
    for (const { index, record } of production) {
      const earlier = known.get(identityOf(record)) ?? [];
      yield { index, record, stage, earlier, isSkipped: earlier.length === 0 };
    }
  }
}

function byIdentity(objects: readonly StagedObject[]): ReadonlyMap<string, readonly ResourceRecord[]> {
  const known = new Map<string, ResourceRecord[]>();
  for (const { record } of objects) {
    const list = known.get(identityOf(record));
    if (list === undefined) known.set(identityOf(record), [record]);
    else list.push(record);
  }
  return known;
}

/** Names often end in that of the environment. */
function identityOf({ kind, name }: ResourceRecord): string {
  const parts = name.split("-");
  const last = parts.at(-1) ?? "";
  const isSuffix = parts.length > 1 && placeOf(last) !== undefined;
  return `${kind}/${isSuffix ? parts.slice(0, -1).join("-") : name}`;
}

/** Aspects in which two workloads differ, where both state them. */
export function differences(one: ResourceRecord, other: ResourceRecord): readonly Aspect[] {
  return ASPECTS.filter((aspect) => {
    const [a, b] = [stated(one, aspect), stated(other, aspect)];
    return a !== "" && b !== "" && a !== b;
  });
}

function stated({ ports = [], references = [], facts = [] }: ResourceRecord, aspect: Aspect): string {
  if (aspect === "ports") return sorted(ports.map(({ name = "", number = "" }) => `${name}:${number}`));
  if (aspect === "mesh") return sorted(facts.filter((fact) => fact.startsWith("mesh:")));
  const isAccount = aspect === "service account";
  const via = isAccount ? ["serviceAccountName"] : ["volumes", "volumes.projected"];
  return sorted(references.filter((one) => via.includes(one.via)).map(({ kind, name }) => `${kind}/${name}`));
}

function sorted(texts: readonly string[]): string {
  return [...new Set(texts)].toSorted().join(",");
}
