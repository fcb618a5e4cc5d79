import {
  asMap,
  asScalar,
  asSequence,
  effectiveEntries,
  entryName,
  getEntry,
  resolveAlias,
  type Span,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from "@plimsoll/syntax";
import type { ListShape, MapShape, Shape } from "./shape.ts";

export type StructureCode = "unknownKey" | "missingKey" | "wrongKind" | "emptyValue" | "badValue" | "sameKey";

export interface StructureProblem {
  readonly code: StructureCode;
  readonly at: Span;
  /** The key, value or name that it is about. */
  readonly what: string;
  /** What would be right. */
  readonly wanted: string;
}

/** Compares nodes with shapes; a node that aliases repeat is looked at once for each shape. */
export class Comparison {
  readonly problems: StructureProblem[] = [];
  readonly #seen = new Map<YamlNode, Set<Shape>>();

  /** @param at where a missing or wrong value is shown, such as its key */
  check(node: YamlNode, shape: Shape, at: Span): void {
    const resolved = resolveAlias(node);
    if (resolved === undefined || shape.kind === "any" || this.#wasSeen(resolved, shape)) return;
    switch (shape.kind) {
      case "map":
        return this.#map(resolved, shape, at);
      case "list":
        return this.#list(resolved, shape, at);
      case "either": {
        if (resolved.kind === "map") return this.#map(resolved, shape.map(), at);
        return this.check(node, shape.other, at);
      }
      case "text":
        return this.#text(resolved, shape.empty === true, { of: shape.of, at });
      default:
        return this.#typed(resolved, shape.kind, at);
    }
  }

  report(code: StructureCode, at: Span, what: string, wanted: string): void {
    this.problems.push({ code, at: { start: at.start, end: at.end }, what, wanted });
  }

  #wasSeen(node: YamlNode, shape: Shape): boolean {
    const shapes = this.#seen.get(node) ?? new Set();
    if (shapes.has(shape)) return true;
    shapes.add(shape);
    this.#seen.set(node, shapes);
    return false;
  }

  #map(node: YamlNode, shape: MapShape, at: Span): void {
    const map = asMap(node);
    if (map === undefined) {
      this.#noMap(node, shape, at);
      return;
    }
    const entries = effectiveEntries(map);
    if (entries.length === 0 && shape.mayBeEmpty === false)
      this.report("emptyValue", placeOf(map), "", "a key");
    if (shape.foldsCase === true) this.#sameKeys(map);
    for (const entry of entries) {
      const name = entryName(entry);
      const inner = Object.hasOwn(shape.keys, name) ? shape.keys[name] : shape.rest;
      if (inner === undefined) this.report("unknownKey", entry.key, name, nearNames(shape));
      else this.check(entry.value, inner, entry.key);
    }
    this.requireKeys(map, shape.required ?? [], at);
  }

  #noMap(node: YamlNode, shape: MapShape, at: Span): void {
    if (isNull(node)) {
      if (shape.empty !== true) this.#emptyMap(shape, at);
    } else if (shape.expression !== true || !holdsExpression(node)) {
      this.report("wrongKind", placeOf(node), shownOf(node), "a map");
    }
  }

  requireKeys(map: YamlMap, required: readonly string[], at: Span): void {
    for (const key of required) {
      if (getEntry(map, key) === undefined) this.report("missingKey", at, key, key);
    }
  }

  /** A map that stands empty lacks what it must have; else an empty value has no meaning. */
  #emptyMap(shape: MapShape, at: Span): void {
    const [first] = shape.required ?? [];
    if (first === undefined) this.report("emptyValue", at, "", "a map");
    else this.report("missingKey", at, first, first);
  }

  #sameKeys(map: YamlMap): void {
    const known = new Map<string, string>();
    for (const entry of map.entries) {
      const name = entryName(entry);
      const before = known.get(name.toLowerCase());
      // Two keys of the very same name are for the reader of YAML to report.
      if (before !== undefined && before !== name) this.report("sameKey", entry.key, name, before);
      known.set(name.toLowerCase(), name);
    }
  }

  #list(node: YamlNode, shape: ListShape, at: Span): void {
    const sequence = asSequence(node);
    if (sequence !== undefined) {
      if (sequence.items.length === 0 && shape.empty !== true)
        this.report("emptyValue", sequence, "", "an item");
      for (const item of sequence.items) this.check(item, shape.item, emptyPlace(item, at));
      return;
    }
    if (isNull(node)) {
      if (shape.empty !== true) this.report("emptyValue", at, "", "a list");
    } else if (shape.single === true) this.check(node, shape.item, at);
    else if (shape.expression !== true || !holdsExpression(node))
      this.report("wrongKind", placeOf(node), shownOf(node), "a list");
  }

  #text(
    node: YamlNode,
    mayBeEmpty: boolean,
    { of, at }: { readonly of: readonly string[] | undefined; readonly at: Span },
  ): void {
    const scalar = asScalar(node);
    if (scalar === undefined) this.report("wrongKind", placeOf(node), shownOf(node), "a text");
    else if (scalar.text.trim() === "") {
      if (!mayBeEmpty) this.report("emptyValue", scalar.start === scalar.end ? at : scalar, "", "a text");
    } else if (of !== undefined && !of.includes(scalar.text))
      this.report("badValue", scalar, scalar.text, `one of ${of.join(", ")}`);
  }

  #typed(node: YamlNode, kind: "boolean" | "number", at: Span): void {
    const scalar = asScalar(node);
    const wanted = kind === "boolean" ? "true or false" : "a number";
    if (scalar === undefined) this.report("wrongKind", placeOf(node), shownOf(node), wanted);
    else if (isNull(scalar)) this.report("emptyValue", at, "", wanted);
    else if (!isExpression(scalar) && !(kind === "boolean" ? isBoolean(scalar) : isNumber(scalar)))
      this.report("badValue", scalar, scalar.text, wanted);
  }
}

function isNull(node: YamlNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

/** Whether a scalar is one expression and nothing else. */
export function isExpression({ text }: YamlScalar): boolean {
  const trimmed = text.trim();
  return trimmed.startsWith("${{") && trimmed.endsWith("}}");
}

function holdsExpression(node: YamlNode): boolean {
  const scalar = asScalar(node);
  return scalar !== undefined && isExpression(scalar);
}

function isBoolean({ value, style }: YamlScalar): boolean {
  return style === "plain" && typeof value === "boolean";
}

function isNumber({ value, text }: YamlScalar): boolean {
  return (
    typeof value === "number" || typeof value === "bigint" || (text !== "" && Number.isFinite(Number(text)))
  );
}

function emptyPlace(item: YamlNode, at: Span): Span {
  return item.start === item.end ? { start: Math.max(at.start, item.start - 1), end: item.end } : item;
}

/** Short: a block map by its first key, a block list by its first item. */
function placeOf(node: YamlNode): Span {
  if (node.kind === "map" && !node.flow) return node.entries[0]?.key ?? node;
  if (node.kind === "sequence" && !node.flow)
    return node.items[0] === undefined ? node : placeOf(node.items[0]);
  return node;
}

function shownOf(node: YamlNode): string {
  if (node.kind === "scalar") return "a text";
  return node.kind === "map" ? "a map" : "a list";
}

/** Keys that may stand there, for the message: only as many as a person reads. */
function nearNames(shape: MapShape): string {
  return Object.keys(shape.keys).slice(0, 16).join(", ");
}
