import { memberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import {
  asScalar,
  effectiveEntries,
  entryName,
  type YamlComment,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from "@plimsoll/syntax";
import type { Scalars } from "./scalars.ts";
import { addFields } from "./fields.ts";
import { pathText, type Search } from "./find.ts";
import { addReference } from "./reference.ts";
import type { Sheet } from "./sheet.ts";

/** Longest comment that is read as a marker. */
const MAXIMUM_LENGTH = 1000;

interface Marker {
  /** `namespace:name`. */
  readonly policy: string;
  readonly part: "reference" | "name" | "tag" | "digest";
}

interface Marked extends Marker {
  readonly scalar: YamlScalar;
  readonly parent: YamlMap | undefined;
  readonly steps: readonly (string | number)[];
}

/** Fields that Flux's image automation writes, by the comment behind them. Places already found are only noted. */
export function findMarked(search: Search, sheet: Sheet, scalars: Scalars): void {
  const marked = markedIn(sheet, scalars);
  const groups = groupsOf(marked);
  for (const each of marked) {
    if (!search.isCovered(each.scalar)) addMarked(search, sheet, each, groups);
    if (search.isCovered(each.scalar)) noteOwner(search, sheet, each);
  }
}

function addMarked(search: Search, sheet: Sheet, each: Marked, groups: ReadonlyMap<YamlMap, Group>): void {
  const spot = { sheet, kind: "flux", path: pathText(each.steps), node: each.scalar } as const;
  if (each.part === "reference") addReference(search, spot, { mayAdd: true });
  const group = each.parent === undefined ? undefined : groups.get(each.parent);
  if (each.part !== "digest" || group === undefined) return;
  const own = group.names.get(each.policy);
  const candidates = own === undefined ? group.siblings : [own];
  const name = candidates.find((node) => search.names.matchesName(asScalar(node)?.text ?? ""));
  if (name !== undefined) addFields(search, spot, { name, tag: group.tag, digest: each.scalar });
}

/** What stands beside a marked digest in its map. */
interface Group {
  /** Names that are marked too, by their policy. */
  readonly names: ReadonlyMap<string, YamlNode>;
  /** Values that may be the name where none is marked. */
  readonly siblings: readonly YamlNode[];
  readonly tag: YamlNode | undefined;
}

function groupsOf(marked: readonly Marked[]): ReadonlyMap<YamlMap, Group> {
  const groups = new Map<YamlMap, Group>();
  for (const [parent, members] of Map.groupBy(marked, (each) => each.parent)) {
    if (parent === undefined) continue;
    const names = members.filter(({ part }) => part === "name");
    groups.set(parent, {
      names: new Map(names.map(({ policy, scalar }) => [policy, scalar])),
      siblings: namesIn(parent),
      tag: members.find(({ part }) => part === "tag")?.scalar,
    });
  }
  return groups;
}

function noteOwner(search: Search, sheet: Sheet, { policy, scalar, steps }: Marked): void {
  search.note(
    { sheet, path: pathText(steps), node: scalar },
    {
      code: "promote/flux-owns-field",
      message: `Flux writes this field by the image policy ${JSON.stringify(policy.slice(0, 200))} and may undo the promotion.`,
    },
  );
}

function namesIn(map: YamlMap): readonly YamlNode[] {
  return effectiveEntries(map)
    .filter((entry) => ["repository", "newName", "name", "image"].includes(entryName(entry)))
    .map(({ value }) => value);
}

function markedIn(sheet: Sheet, scalars: Scalars): readonly Marked[] {
  const marked: Marked[] = [];
  for (const comment of sheet.document.comments) {
    const marker = markerOf(comment);
    const before = marker === undefined ? undefined : scalars.before(comment.start);
    if (marker === undefined || before === undefined) continue;
    const between = sheet.document.text.slice(before.scalar.end, comment.start);
    if (!/[\r\n]/u.test(between)) marked.push({ ...marker, ...before });
  }
  return marked;
}

function markerOf({ text, ownLine }: YamlComment): Marker | undefined {
  if (ownLine || text.length > MAXIMUM_LENGTH || !text.includes('"$imagepolicy"')) return undefined;
  const parsed = parseJsonText(text.trim());
  return "value" in parsed ? markerNamed(textOf(memberOf(parsed.value, "$imagepolicy")) ?? "") : undefined;
}

function markerNamed(setter: string): Marker | undefined {
  const [namespace, name, part] = setter.split(":");
  if (namespace === undefined || name === undefined) return undefined;
  const policy = `${namespace}:${name}`;
  if (part === undefined) return { policy, part: "reference" };
  return part === "name" || part === "tag" || part === "digest" ? { policy, part } : undefined;
}
