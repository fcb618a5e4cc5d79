import {
  asMap,
  asSequence,
  effectiveEntries,
  entryName,
  getEntry,
  resolveAlias,
  toValue,
  walkYaml,
  type Span,
  type WorkflowJob,
  type YamlMap,
  type YamlNode,
  type YamlPlain,
} from "@plimsoll/syntax";

export interface MatrixProblem {
  readonly code: "twice" | "noRow" | "noValue";
  readonly at: Span;
  readonly name: string;
}

/** A matrix makes at most 256 jobs, so nobody writes more values. */
const MAXIMUM = 256;

/** Values that repeat, and exclusions of nothing. */
export function matrixProblems({ strategy }: WorkflowJob): readonly MatrixProblem[] {
  const matrix = strategy === undefined ? undefined : asMap(getEntry(strategy, "matrix")?.value);
  if (matrix === undefined) return [];
  const rows = new Map<string, readonly YamlNode[] | undefined>();
  for (const entry of effectiveEntries(matrix)) {
    const name = entryName(entry);
    if (name !== "include" && name !== "exclude")
      rows.set(name.toLowerCase(), asSequence(entry.value)?.items.slice(0, MAXIMUM));
  }
  return [...[...rows.values()].flatMap(repeated), ...excluded(matrix, rows)];
}

function repeated(items: readonly YamlNode[] | undefined): readonly MatrixProblem[] {
  const seen = new Set<string>();
  return (items ?? []).flatMap((item): readonly MatrixProblem[] => {
    if (holdsExpression(item)) return [];
    const shown = show(toValue(item));
    if (seen.has(shown)) return [{ code: "twice", at: placeOf(item), name: shown }];
    seen.add(shown);
    return [];
  });
}

function excluded(
  matrix: YamlMap,
  rows: ReadonlyMap<string, readonly YamlNode[] | undefined>,
): readonly MatrixProblem[] {
  const items = asSequence(getEntry(matrix, "exclude")?.value)?.items.slice(0, MAXIMUM) ?? [];
  return items.flatMap((item) => {
    const map = asMap(item);
    return map === undefined ? [] : effectiveEntries(map).flatMap((entry) => ofExclusion(entry, rows));
  });
}

function ofExclusion(
  entry: ReturnType<typeof effectiveEntries>[number],
  rows: ReadonlyMap<string, readonly YamlNode[] | undefined>,
): readonly MatrixProblem[] {
  const name = entryName(entry);
  if (!rows.has(name.toLowerCase())) return [{ code: "noRow", at: placeOf(entry.key), name }];
  const values = rows.get(name.toLowerCase());
  if (values === undefined || holdsExpression(entry.value) || values.some(holdsExpression)) return [];
  const wanted = toValue(entry.value);
  if (values.some((value) => holds(toValue(value), wanted))) return [];
  return [{ code: "noValue", at: placeOf(entry.value), name: show(wanted) }];
}

/** Whether a value is the wanted one, or an object with all that is wanted of it. */
function holds(value: YamlPlain, wanted: YamlPlain): boolean {
  if (isObject(value) && isObject(wanted)) {
    return Object.entries(wanted).every(([key, inner]) => {
      const own = Object.hasOwn(value, key) ? value[key] : undefined;
      return own !== undefined && holds(own, inner);
    });
  }
  return show(value) === show(wanted);
}

function isObject(value: YamlPlain): value is { readonly [key: string]: YamlPlain } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The number 10 and the text "10" are one value to GitHub. */
function show(value: YamlPlain): string {
  if (typeof value === "object" && value !== null)
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? Number(inner) : inner));
  return String(value);
}

function holdsExpression(node: YamlNode): boolean {
  let found = false;
  walkYaml(resolveAlias(node), (inner) => {
    if (inner.kind === "alias" || (inner.kind === "scalar" && inner.text.includes("${{"))) found = true;
    return !found;
  });
  return found;
}

function placeOf(node: YamlNode): Span {
  if (node.kind === "map" && !node.flow) return node.entries[0]?.key ?? node;
  return { start: node.start, end: node.end };
}
