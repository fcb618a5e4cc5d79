import {
  getNode,
  podTemplatePath,
  scalarText,
  type SourceText,
  type Span,
  type YamlNode,
} from "@plimsoll/syntax";
import type { Resource } from "../rule/rule.ts";
import { hostsOf, peersOf, portsOf, selectsOf, settingsOf, type Unplaced } from "./details.ts";
import { factsOf } from "./facts.ts";
import type { HostRecord, ImageRecord, PortRecord, ResourceRecord, SelectorRecord } from "./inventory.ts";
import { readLabels } from "./label-selector.ts";
import { imagesOfPods } from "./pod-images.ts";
import { referencesOfResource, type RawReference } from "./references.ts";

type Placed =
  | "file"
  | "range"
  | "replicasRange"
  | "selects"
  | "peers"
  | "references"
  | "ports"
  | "hosts"
  | "images";

/** A record before it is placed in a file. */
export type RawRecord = Omit<ResourceRecord, Placed> & {
  readonly at: Span;
  readonly replicasAt?: Span;
  readonly selects?: Unplaced<SelectorRecord>;
  readonly peers?: readonly Unplaced<SelectorRecord>[];
  readonly references?: readonly RawReference[];
  readonly ports?: readonly Unplaced<PortRecord>[];
  readonly hosts?: readonly Unplaced<HostRecord>[];
  readonly images?: readonly Unplaced<ImageRecord>[];
};

/**
 * What the workspace remembers of an object.
 * @param documentEnd `companionOffset` of its document, which the objects of a long list share
 */
export function recordOf(resource: Resource, documentEnd: number | undefined): RawRecord {
  const { apiVersion, kind, name, namespace, group, node } = resource;
  const template = podTemplatePath(group, kind);
  const selector = readLabels(
    getNode(node, ["spec", "selector", "matchLabels"]) ?? getNode(node, ["spec", "selector"]),
  );
  return {
    apiVersion,
    kind,
    name,
    group,
    labels: readLabels(getNode(node, ["metadata", "labels"])) ?? {},
    ...present({
      namespace,
      podLabels:
        template === undefined
          ? undefined
          : (readLabels(getNode(node, [...template, "metadata", "labels"])) ?? selector ?? {}),
      selector,
      containerDefaults: kind === "LimitRange" ? containerDefaults(node) : undefined,
      selects: selectsOf(resource),
      peers: filled(peersOf(resource)),
      references: filled(referencesOfResource(resource)),
      ports: filled(portsOf(resource)),
      hosts: filled(hostsOf(resource)),
      images: filled(imagesOfPods(resource)),
      settings: settingsOf(resource),
      replicasAt: getNode(node, ["spec", "replicas"]),
      documentEnd,
      facts: filled(factsOf(resource)),
    }),
    at: getNode(node, ["metadata", "name"]) ?? getNode(node, ["kind"]) ?? node,
  };
}

/** The fields that have a value; records are kept by the hundred thousand, so nothing is stored for the rest. */
function present<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  const kept: { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } = Object.create(null);
  for (const name in fields) {
    const value = fields[name];
    if (isPresent(value)) kept[name] = value;
  }
  return kept;
}

function isPresent<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}

function filled<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** Places a record of a document that starts at `offset` in its file. */
export function placeRecord(raw: RawRecord, file: string, { source, offset }: RecordPlace): ResourceRecord {
  const { at, selects, peers, references, ports, hosts, images, documentEnd, replicasAt, ...rest } = raw;
  const place = <Part extends { readonly at: Span }>({ at: span, ...part }: Part) => ({
    ...part,
    range: source.rangeOf({ start: span.start + offset, end: span.end + offset }),
  });
  return {
    ...rest,
    file,
    range: place({ at }).range,
    ...present({
      replicasRange: replicasAt === undefined ? undefined : place({ at: replicasAt }).range,
      documentEnd: documentEnd === undefined ? undefined : documentEnd + offset,
      selects: selects === undefined ? undefined : place(selects),
      peers: peers?.map(place),
      references: references?.map(place),
      ports: ports?.map(place),
      hosts: hosts?.map(place),
      images: images?.map(place),
    }),
  };
}

interface RecordPlace {
  readonly source: SourceText;
  readonly offset: number;
}

/** The `default` of a LimitRange sets limits, and requests too where `defaultRequest` does not say otherwise. */
function containerDefaults(node: YamlNode): readonly string[] {
  const limits = getNode(node, ["spec", "limits"]);
  if (limits?.kind !== "sequence") return [];
  return limits.items.flatMap((item) => {
    if (scalarText(getNode(item, ["type"])) !== "Container") return [];
    const names = (key: string): string[] => Object.keys(readLabels(getNode(item, [key])) ?? {});
    const byDefault = names("default");
    return [
      ...byDefault.map((name) => `limits.${name}`),
      ...byDefault.map((name) => `requests.${name}`),
      ...names("defaultRequest").map((name) => `requests.${name}`),
    ];
  });
}
