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
  for (const each of marked) {
    const spot = { sheet, kind: "flux", path: pathText(each.steps), node: each.scalar } as const;
    if (each.part === "reference" && !search.isCovered(each.scalar))
      addReference(search, spot, { mayAdd: true });
    if (each.part === "digest" && !search.isCovered(each.scalar)) {
      const name = nameBeside(search, each, marked);
      if (name !== undefined) {
        const tag = marked.find(({ part, parent }) => part === "tag" && parent === each.parent)?.scalar;
        addFields(search, spot, { name, tag, digest: each.scalar });
      }
    }
    if (search.isCovered(each.scalar)) noteOwner(search, sheet, each);
  }
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

/** The name that belongs to a marked digest: marked itself, or a key of the same map. */
function nameBeside(
  search: Search,
  { parent, policy }: Marked,
  marked: readonly Marked[],
): YamlNode | undefined {
  if (parent === undefined) return undefined;
  const own = marked.find(
    (other) => other.part === "name" && other.parent === parent && other.policy === policy,
  );
  const candidates = own === undefined ? namesIn(parent) : [own.scalar];
  return candidates.find((node) => search.names.matchesName(asScalar(node)?.text ?? ""));
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
