import {
  asMap,
  asScalar,
  asSequence,
  effectiveEntries,
  entryName,
  getEntry,
  resolveAlias,
  toValue,
  walkYaml,
  type WorkflowJob,
  type YamlMap,
  type YamlNode,
} from "@plimsoll/syntax";
import { ANY, merge, strict, typeOfPlain, type ValueType } from "./type.ts";

/** The type of an expression that stands as a value of the matrix. */
export type TypeOfScalar = (node: YamlNode) => ValueType | undefined;

/** Values of a row that are looked at. */
const MAXIMUM = 500;

/** `matrix` of a job: no properties where it has none. */
export function matrixType(job: WorkflowJob, typeOf: TypeOfScalar): ValueType {
  const entry = job.strategy === undefined ? undefined : getEntry(job.strategy, "matrix");
  if (entry === undefined)
    return asScalar(getEntry(job.node, "strategy")?.value) === undefined ? strict([]) : ANY;
  const matrix = asMap(entry.value);
  if (matrix === undefined) return ANY;
  const rows = rowsOf(matrix, typeOf);
  const include = getEntry(matrix, "include")?.value;
  if (include === undefined) return strict(rows);
  for (const item of asSequence(include)?.items.slice(0, MAXIMUM) ?? [include]) {
    const added = asMap(item);
    if (added === undefined) return ANY;
    addIncluded(rows, effectiveEntries(added), typeOf);
  }
  return strict(rows);
}

function rowsOf(matrix: YamlMap, typeOf: TypeOfScalar): Map<string, ValueType> {
  const rows = new Map<string, ValueType>();
  for (const row of effectiveEntries(matrix)) {
    const name = entryName(row).toLowerCase();
    if (name !== "include" && name !== "exclude") rows.set(name, rowType(row.value, typeOf));
  }
  return rows;
}

function addIncluded(
  rows: Map<string, ValueType>,
  entries: ReturnType<typeof effectiveEntries>,
  typeOf: TypeOfScalar,
): void {
  for (const entry of entries) {
    const name = entryName(entry).toLowerCase();
    const type = valueType(entry.value, typeOf);
    const known = rows.get(name);
    rows.set(name, known === undefined ? type : merge(known, type));
  }
}

function rowType(node: YamlNode, typeOf: TypeOfScalar): ValueType {
  const items = asSequence(node)?.items.slice(0, MAXIMUM);
  if (items === undefined) return ANY;
  const [first, ...others] = items.map((item) => valueType(item, typeOf));
  return first === undefined ? ANY : others.reduce((a, b) => merge(a, b), first);
}

function valueType(node: YamlNode, typeOf: TypeOfScalar): ValueType {
  const scalar = asScalar(node);
  if (scalar !== undefined) return typeOf(scalar) ?? typeOfPlain(toValue(scalar));
  const map = asMap(node);
  // Values deeper down may be expressions of any type.
  if (holdsExpression(node)) return ANY;
  if (map === undefined) return typeOfPlain(toValue(node));
  return strict(
    effectiveEntries(map).map((entry) => [entryName(entry), valueType(entry.value, typeOf)] as const),
  );
}

function holdsExpression(node: YamlNode): boolean {
  let found = false;
  walkYaml(resolveAlias(node), (inner) => {
    if (inner.kind === "scalar" && inner.text.includes("${{")) found = true;
    if (inner.kind === "alias") found = true;
    return !found;
  });
  return found;
}
