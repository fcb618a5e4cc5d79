import {
  asMap,
  effectiveEntries,
  entryName,
  getEntry,
  resolveAlias,
  type Span,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from "@plimsoll/syntax";
import { nearest } from "../config/nearest.ts";
import { JudgedWalk, WALK_LIMITS, type Place, type WalkLimits } from "./judged-walk.ts";
import { nearestField, placeOfField, type Ancestor } from "./nearest-field.ts";
import { actualWords, fits, isPlaceholder, meantValue, TYPE_WORDS } from "./scalar-fits.ts";
import type { SchemaProblem } from "./schema-problem.ts";
import type { ObjectSchema, ScalarType, SchemaType } from "./schema-type.ts";

/** What the structure of its kind says of an object. */
export interface ObjectJudgement {
  readonly problems: readonly SchemaProblem[];
  /** Whether the object says of itself that it is a patch, by a directive such as `$patch`. */
  readonly isPatch: boolean;
  /** Why it was not judged to its end, as the rest of a sentence. */
  readonly stopped?: string;
}

/** What surrounds a value. */
interface Around extends Place {
  readonly depth: number;
  /** In a status, which the cluster fills, nothing is required and values are not compared. */
  readonly lenient: boolean;
  readonly parent: Ancestor | undefined;
}

/**
 * Compares an object with the structure of its kind, as the API server decodes it: a field that is null is absent, a number is no
 * string. Linear in the object's nodes; what an alias stands for is judged once for each type that it is used as.
 */
export function judgeObject(
  root: YamlMap,
  schema: ObjectSchema,
  limits: WalkLimits = WALK_LIMITS,
): ObjectJudgement {
  const walk = new JudgedWalk(root, limits, schema.definedIn);
  const kind = asMap(root)?.entries.find((entry) => entryName(entry) === "kind")?.value;
  const key = kind ?? root.entries[0]?.key;
  judgeMap(walk, root, schema, { field: schema.name, key, depth: 0, lenient: false, parent: undefined });
  const { problems, isPatch, stopped } = walk;
  return { problems, isPatch, ...(stopped === undefined ? {} : { stopped }) };
}

function judge(walk: JudgedWalk, node: YamlNode, type: SchemaType, around: Around): void {
  if (!walk.enter(around.depth)) return;
  const value = resolveAlias(node);
  if (value === undefined || (value.kind === "scalar" && value.value === null)) return;
  if (isTemplateAction(value)) return;
  if (!walk.isNew(value, type)) return;
  switch (type.kind) {
    case "any":
      return;
    case "list":
      judgeList(walk, node, type.of, around);
      return;
    case "map":
      judgeEntries(walk, node, type.of, around);
      return;
    case "object":
      judgeObjectValue(walk, node, type, around);
      return;
    default:
      judgeScalar(walk, node, type, around);
  }
}

function judgeList(walk: JudgedWalk, node: YamlNode, of: SchemaType, around: Around): void {
  const value = resolveAlias(node);
  if (value?.kind !== "sequence") {
    reportWrongCollection(walk, node, "a list", around);
    return;
  }
  const inside: Around = { ...around, key: undefined, depth: around.depth + 1 };
  for (const [index, item] of value.items.entries()) step(walk, index, item, { type: of, around: inside });
}

function judgeEntries(walk: JudgedWalk, node: YamlNode, of: SchemaType, around: Around): void {
  const map = asMap(node);
  if (map === undefined) {
    reportWrongCollection(walk, node, "a map", around);
    return;
  }
  for (const entry of effectiveEntries(map)) {
    const name = entryName(entry);
    if (isDirective(name)) {
      walk.isPatch = true;
      continue;
    }
    const inside: Around = { ...around, field: name, key: entry.key, depth: around.depth + 1 };
    step(walk, name, entry.value, { type: of, around: inside });
  }
}

function judgeObjectValue(
  walk: JudgedWalk,
  node: YamlNode,
  type: Extract<SchemaType, { kind: "object" }>,
  around: Around,
): void {
  const map = asMap(node);
  if (map !== undefined) judgeMap(walk, map, type.schema(), around);
  else if (type.orOther !== true) reportWrongCollection(walk, node, "a map", around);
}

function judgeMap(walk: JudgedWalk, map: YamlMap, schema: ObjectSchema, around: Around): void {
  const parent: Ancestor = { schema, parent: around.parent };
  const depth = around.depth + 1;
  for (const entry of effectiveEntries(map)) {
    const name = entryName(entry);
    const type = schema.fields.get(name);
    if (type === undefined) judgeStranger(walk, { map, entry, name }, schema, around);
    else if (!isPlainlyRight(walk, entry.value, { type, depth })) {
      // An object within an object, such as a claim template, has a status of its own.
      const lenient = around.lenient || (name === "status" && schema.fields.has("kind"));
      step(walk, name, entry.value, {
        type,
        around: { field: name, key: entry.key, depth, lenient, parent },
      });
    }
  }
  if (!around.lenient) requireFields(walk, map, schema, around);
}

/** The usual case, without all that a problem would need: a scalar of the type that belongs there. */
function isPlainlyRight(
  walk: JudgedWalk,
  node: YamlNode,
  { type, depth }: { readonly type: SchemaType; readonly depth: number },
): boolean {
  if (node.kind !== "scalar" || isCollectionType(type) || type.values !== undefined) return false;
  return fits(type, node) && walk.enter(depth);
}

function isCollectionType(type: SchemaType): type is Exclude<SchemaType, ScalarType> {
  return type.kind === "list" || type.kind === "map" || type.kind === "object";
}

function requireFields(walk: JudgedWalk, map: YamlMap, schema: ObjectSchema, { key }: Around): void {
  for (const field of schema.required) {
    const entry = getEntry(map, field);
    if (entry !== undefined && !isNull(entry.value)) continue;
    const at = entry?.key ?? key ?? map.entries[0]?.key ?? map;
    walk.report({ problem: "missingField", at, field, owner: schema.name }, field);
  }
}

interface Stranger {
  readonly map: YamlMap;
  readonly entry: YamlEntry;
  readonly name: string;
}

/** A field that the type does not have. */
function judgeStranger(
  walk: JudgedWalk,
  { map, entry, name }: Stranger,
  schema: ObjectSchema,
  around: Around,
): void {
  if (isDirective(name)) {
    walk.isPatch = true;
    return;
  }
  if (schema.open || isPlaceholder(name) || isSopsMetadata(name, entry.value, around)) return;
  const versions = schema.elsewhere.get(name);
  const near = versions === undefined ? nearestField(name, schema, map) : undefined;
  const belongs = near === undefined ? placeOfField(name, schema, around.parent) : undefined;
  walk.report(
    {
      problem: "unknownField",
      at: entry.key,
      // A number or the like as it is written, not as it is named in plain data.
      field: entry.key.kind === "scalar" ? entry.key.text : name,
      owner: schema.name,
      ...(versions === undefined ? {} : { versions }),
      ...(near === undefined ? {} : { nearest: near }),
      ...(belongs === undefined ? {} : { belongs }),
    },
    name,
  );
}

function judgeScalar(walk: JudgedWalk, node: YamlNode, type: ScalarType, around: Around): void {
  const scalar = resolveAlias(node);
  if (scalar === undefined) return;
  const expected = TYPE_WORDS[type.kind];
  if (scalar.kind !== "scalar") {
    reportWrong(walk, { at: shortSpan(node, around), expected, actual: wordsOf(scalar) }, around);
    return;
  }
  if (fits(type, scalar)) {
    judgeValue(walk, { node, scalar }, type, around);
    return;
  }
  if (isPlaceholder(scalar.text)) return;
  const meant = node === scalar ? meantValue(type, scalar) : undefined;
  const actual = actualWords(scalar, type.kind);
  reportWrong(walk, { at: node, expected, actual, ...(meant === undefined ? {} : { meant }) }, around);
}

interface ScalarPlace {
  /** The scalar, or the alias that stands for it. */
  readonly node: YamlNode;
  readonly scalar: YamlScalar;
}

/** Whether a value is one of those that the field takes; an empty one stands for the default. */
function judgeValue(walk: JudgedWalk, { node, scalar }: ScalarPlace, type: ScalarType, around: Around): void {
  const { values } = type;
  const { text } = scalar;
  if (values === undefined || around.lenient || text === "" || values.includes(text) || isPlaceholder(text))
    return;
  const same = values.find((value) => value.toLowerCase() === text.toLowerCase());
  const near = same ?? nearest(text, values);
  walk.report({
    problem: "valueNotAllowed",
    at: node,
    field: around.field,
    value: text,
    allowed: values,
    caseOnly: same !== undefined,
    ...(near === undefined ? {} : { nearest: near }),
  });
}

function reportWrongCollection(walk: JudgedWalk, node: YamlNode, expected: string, around: Around): void {
  const value = resolveAlias(node);
  if (value === undefined || (value.kind === "scalar" && isPlaceholder(value.text))) return;
  reportWrong(walk, { at: shortSpan(node, around), expected, actual: wordsOf(value) }, around);
}

interface Wrong {
  readonly at: Span;
  readonly expected: string;
  readonly actual: string;
  readonly meant?: string | bigint | boolean | number | null;
}

function reportWrong(walk: JudgedWalk, wrong: Wrong, around: Around): void {
  walk.report({ problem: "wrongType", ...wrong, field: around.field });
}

function wordsOf(node: Exclude<YamlNode, { kind: "alias" }>): string {
  if (node.kind === "scalar") return actualWords(node, undefined);
  return node.kind === "map" ? "a map" : "a list";
}

/** A scalar or alias is shown whole, a collection by the key in front of it, or by its first key or item. */
function shortSpan(node: YamlNode, { key }: Around): Span {
  if (node.kind === "scalar" || node.kind === "alias") return node;
  const first = node.kind === "map" ? node.entries[0]?.key : node.items[0];
  return key ?? (first?.kind === "scalar" ? first : node);
}

interface Judged {
  readonly type: SchemaType;
  readonly around: Around;
}

function step(walk: JudgedWalk, name: string | number, node: YamlNode, { type, around }: Judged): void {
  walk.path.push(name);
  judge(walk, node, type, around);
  walk.path.pop();
}

function isNull(node: YamlNode): boolean {
  const value = resolveAlias(node);
  return value === undefined || (value.kind === "scalar" && value.value === null);
}

/** `{{ name }}` without quotes is a map with a map as its key, which no object can hold: a template that was not rendered. */
function isTemplateAction(node: YamlNode): boolean {
  return node.kind === "map" && node.flow && node.entries[0]?.key.kind === "map";
}

/** What SOPS adds to an object that it has encrypted, and takes away again when it is decrypted and applied. */
function isSopsMetadata(name: string, value: YamlNode, { parent }: Around): boolean {
  return name === "sops" && parent === undefined && asMap(value) !== undefined;
}

/** Directives of strategic merge patches: `$patch`, `$retainKeys`, `$setElementOrder/…`, `$deleteFromPrimitiveList/…`. */
function isDirective(name: string): boolean {
  return (
    name.startsWith("$") && /^\$(?:patch$|retainKeys$|setElementOrder\/|deleteFromPrimitiveList\/)/.test(name)
  );
}
