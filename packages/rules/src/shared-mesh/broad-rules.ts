import type { Problem, Resource, RuleOptions } from "@plimsoll/core";
import { getNode, type YamlPath } from "@plimsoll/syntax";
import { flawAt, type Flaw } from "../shared-flaws/flaw.ts";
import { shortSpan } from "../shared-objects/spans.ts";
import { at, isObject, list, text } from "../shared-objects/values.ts";

/** Values of fields of a source that take in every caller. */
const EVERYONE: readonly (readonly [field: string, values: ReadonlySet<string>])[] = [
  ["principals", new Set(["*"])],
  ["namespaces", new Set(["*"])],
  ["ipBlocks", new Set(["0.0.0.0/0", "::/0"])],
  ["remoteIpBlocks", new Set(["0.0.0.0/0", "::/0"])],
];

/** Rules of an ALLOW policy that let callers in without naming them. */
export function* broadRules(resource: Resource, options: RuleOptions): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, "spec");
  if ((text(at(spec, "action")) ?? "ALLOW") !== "ALLOW") return;
  for (const [index, rule] of list(at(spec, "rules")).entries()) {
    const path = ["spec", "rules", index];
    if (!isObject(rule) || Object.keys(rule).length === 0) {
      yield flawAt(resource, "anyRequest", path, placeOf(resource, path));
      continue;
    }
    yield* everyone(resource, rule, path);
    const isNamed = list(at(rule, "from")).length > 0 || list(at(rule, "when")).length > 0;
    if (!isNamed) yield* open(resource, { rule, path }, options);
  }
}

function placeOf(resource: Resource, path: YamlPath): { readonly at?: { start: number; end: number } } {
  const node = getNode(resource.node, path);
  return node === undefined ? {} : { at: shortSpan(node) };
}

/** A rule with conditions besides its sources asks for something all the same. */
function* everyone(resource: Resource, rule: unknown, path: YamlPath): Iterable<Problem<Flaw>> {
  if (list(at(rule, "when")).length > 0) return;
  for (const [index, from] of list(at(rule, "from")).entries()) {
    const source = at(from, "source");
    // The fields of one source must all hold.
    if (!isObject(source) || Object.keys(source).length !== 1) continue;
    for (const [field, values] of EVERYONE) {
      for (const [position, value] of list(at(source, field)).entries()) {
        const words = text(value) ?? "";
        if (values.has(words))
          yield flawAt(resource, "anyPrincipal", [...path, "from", index, "source", field, position], {
            value: words,
          });
      }
    }
  }
}

interface PlacedRule {
  readonly rule: unknown;
  readonly path: YamlPath;
}

/** A rule that names no source: at its sensitive paths, or as a whole where it names neither paths nor hosts. */
function* open(
  resource: Resource,
  { rule, path }: PlacedRule,
  options: RuleOptions,
): Iterable<Problem<Flaw>> {
  const sensitive = list(options["sensitivePaths"]).flatMap((one) => text(one) ?? []);
  let isBound = false;
  for (const [index, to] of list(at(rule, "to")).entries()) {
    const operation = at(to, "operation");
    const paths = list(at(operation, "paths"));
    if (paths.length > 0 || list(at(operation, "hosts")).length > 0) isBound = true;
    for (const [position, value] of paths.entries()) {
      const words = text(value) ?? "";
      if (words === "*" || words === "/*" || sensitive.some((start) => words.startsWith(start)))
        yield flawAt(resource, "sensitivePath", [...path, "to", index, "operation", "paths", position], {
          value: words,
        });
    }
  }
  if (!isBound)
    yield flawAt(resource, "anySource", path, { ...placeOf(resource, path), severity: "warning" });
}
