import type { MergedDefinition, MergedField, MergedSpecs } from "./merge-versions.ts";
import { lastName } from "./swagger.ts";

/** The text of `kubernetes-schemas.json`; its form is described in `src/kubernetes-schemas.ts`. */
export function renderSchemas(specs: MergedSpecs, sources: readonly string[]): string {
  const minors = sources.map((source) => Number(source.split(".")[1]));
  const enums = new Register();
  const classes = classify(specs);
  const definitions: string[] = [];
  const numbers = new Map<string, number>();
  for (const name of inOrder(specs)) {
    const own = classes.get(name) ?? "";
    if (!numbers.has(own)) numbers.set(own, numbers.size);
  }
  const done = new Set<string>();
  for (const name of inOrder(specs)) {
    const own = classes.get(name) ?? "";
    if (done.has(own)) continue;
    done.add(own);
    const refer = (target: string): string => String(numbers.get(classes.get(target) ?? ""));
    definitions.push(renderDefinition(name, definitionOf(specs, name), { enums, refer }));
  }
  const kinds = [...specs.kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([kind, { definition, versions }]) =>
        `${kind} ${numbers.get(classes.get(definition) ?? "")}${rangeUnlessAll(versions, minors)}`,
    );
  const lines = (list: readonly unknown[]): string =>
    `[\n${list.map((line) => JSON.stringify(line)).join(",\n")}\n]`;
  return [
    `{"source": "api/openapi-spec and pkg/generated/openapi of the Go module k8s.io/kubernetes, Apache-2.0",`,
    `"releases": ${JSON.stringify(sources)},`,
    `"minors": ${JSON.stringify(minors)},`,
    `"enums": ${lines(enums.values)},`,
    `"kinds": ${lines(kinds)},`,
    `"definitions": ${lines(definitions)}}`,
    "",
  ].join("\n");
}

/** Gives equal values one number, in the order in which they come. */
class Register {
  readonly values: (readonly string[])[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: readonly string[]): number {
    const key = JSON.stringify(value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}

/** Definitions that a kind leads to, in the order of their names; the others are of requests and answers. */
function inOrder(specs: MergedSpecs): readonly string[] {
  const open = [...specs.kinds.values()].map(({ definition }) => definition);
  const reached = new Set<string>(open);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const { type } of definitionOf(specs, name).fields.values()) {
      const target = type[1].startsWith("&") ? type[1].slice(1) : undefined;
      if (target === undefined || reached.has(target)) continue;
      reached.add(target);
      open.push(target);
    }
  }
  return [...reached].sort();
}

/**
 * Definitions of the same last name that say the same, such as those of `v1` and `v1beta1`, share a class. They are told apart by
 * what they refer to until nothing more can be told.
 */
function classify(specs: MergedSpecs): ReadonlyMap<string, string> {
  let classes = new Map([...specs.definitions.keys()].map((name) => [name, lastName(name)]));
  for (;;) {
    const before = classes;
    const enums = new Register();
    const refer = (target: string): string => before.get(target) ?? target;
    const texts = new Map(
      [...specs.definitions].map(([name, definition]) => [
        name,
        renderDefinition(name, definition, { enums, refer }),
      ]),
    );
    const numbers = new Map([...new Set(texts.values())].map((text, index) => [text, `c${index}`]));
    classes = new Map([...texts].map(([name, text]) => [name, numbers.get(text) ?? ""]));
    if (new Set(classes.values()).size === new Set(before.values()).size) return classes;
  }
}

function definitionOf(specs: MergedSpecs, name: string): MergedDefinition {
  const definition = specs.definitions.get(name);
  if (definition === undefined) throw new Error(`${name} is referred to and not defined`);
  return definition;
}

interface Rendering {
  readonly enums: Register;
  readonly refer: (name: string) => string;
}

function renderDefinition(name: string, definition: MergedDefinition, rendering: Rendering): string {
  const fields = [...definition.fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, merged]) => `${field}:${renderField(merged, definition.versions, rendering)}`);
  return [lastName(name), ...fields].join(" ");
}

function renderField(field: MergedField, versions: readonly number[], { enums, refer }: Rendering): string {
  const [prefix, leaf] = field.type;
  const parts = [prefix + (leaf.startsWith("&") ? `&${refer(leaf.slice(1))}` : leaf)];
  parts.push(...[rangeUnlessAll(field.versions, versions)].filter((part) => part !== ""));
  if (field.required.length > 0) parts.push(`!${rangeUnlessAll(field.required, field.versions)}`);
  for (const { values, versions: own } of field.values)
    parts.push(`=${enums.numberOf(values)}${rangeUnlessAll(own, field.versions)}`);
  if (field.listKeys.length > 0) parts.push(`#${field.listKeys.join(",")}`);
  if (field.mergeKey !== undefined) parts.push(`~${field.mergeKey}`);
  return parts.join("|");
}

/** `@29-31,33`, or nothing where the versions are all of the others. */
function rangeUnlessAll(versions: readonly number[], all: readonly number[]): string {
  if (versions.length === all.length) return "";
  const runs: [number, number][] = [];
  for (const version of versions) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === version - 1) run[1] = version;
    else runs.push([version, version]);
  }
  return `@${runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(",")}`;
}
