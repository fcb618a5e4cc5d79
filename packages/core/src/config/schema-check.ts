import { Validator, type OutputUnit } from "@cfworker/json-schema";
import type { JsonSchema } from "./json-schema.ts";
import type { DocumentPath, LocatedDocument } from "./located-document.ts";
import { valueAt } from "./plain-value.ts";
import type { ConfigurationProblem } from "./problem.ts";
import { wordComplaint, type SchemaComplaint, type SchemaProblem } from "./word-complaint.ts";

const MAXIMUM_PROBLEMS = 50;
/** Complaints that are looked at; several of them can make one problem. */
const MAXIMUM_COMPLAINTS = 2000;
/** Keywords whose complaint only says that a part below has one. */
const WRAPPERS = new Set([
  "properties",
  "additionalProperties",
  "patternProperties",
  "items",
  "prefixItems",
  "allOf",
  "propertyNames",
]);

const validators = new WeakMap<JsonSchema, Validator>();

/** Validates plain data. At most 50 problems are told. `base` is where the value stands in its file; paths and names start there. */
export function checkSchema(
  schema: JsonSchema,
  value: unknown,
  base: DocumentPath = [],
): readonly SchemaProblem[] {
  let validator = validators.get(schema);
  if (validator === undefined) {
    validator = new Validator(schema, "2020-12", false);
    validators.set(schema, validator);
  }
  const result = validator.validate(value ?? null);
  if (result.valid) return [];
  const complaints = chooseBranches(readComplaints(result.errors.slice(0, MAXIMUM_COMPLAINTS), value));
  return complaints
    .filter((complaint) => !WRAPPERS.has(complaint.keyword))
    .slice(0, MAXIMUM_PROBLEMS)
    .map((complaint) => wordComplaint(complaint, { schema, value, base }));
}

/** Validates a document and gives each problem its place in the file. A file that says nothing is in order. */
export function checkDocumentSchema(
  document: LocatedDocument,
  schema: JsonSchema,
  area: string,
): readonly ConfigurationProblem[] {
  if (document.value === undefined || document.value === null) return [];
  return checkSchema(schema, document.value).map(({ kind, path, atKey, message, nextStep }) => ({
    code: `${area}/${kind}`,
    file: document.file,
    range: atKey ? document.keyRange(path) : document.valueRange(path),
    message,
    nextStep,
  }));
}

function readComplaints(errors: readonly OutputUnit[], value: unknown): readonly SchemaComplaint[] {
  const complaints: SchemaComplaint[] = [];
  for (const { keyword, keywordLocation, instanceLocation, error } of errors) {
    const path = toPath(readPointer(instanceLocation), value);
    // A key that is not allowed is told as the schema `false` at the key; its place in the schema is that of the complaint before it.
    const before = complaints.at(-1);
    const schemaPath =
      keyword === "false" ? [...(before?.schemaPath ?? []), "false"] : readPointer(keywordLocation);
    complaints.push({ keyword, schemaPath, path, error });
  }
  return complaints;
}

/**
 * Of the branches of an `anyOf` keeps the one that the user meant: the only one whose type fits. Where none or several fit,
 * the `anyOf` itself is told. Complaints come in the order of a walk, so those of the branches follow their `anyOf`.
 */
function chooseBranches(complaints: readonly SchemaComplaint[]): readonly SchemaComplaint[] {
  const chosen: SchemaComplaint[] = [];
  let index = 0;
  while (index < complaints.length) {
    const complaint = complaints[index];
    index += 1;
    if (complaint === undefined) break;
    if (complaint.keyword !== "anyOf") {
      chosen.push(complaint);
      continue;
    }
    const from = index;
    while (startsWith(complaints[index]?.schemaPath ?? [], complaint.schemaPath)) index += 1;
    chosen.push(...chooseBranch(complaint, complaints.slice(from, index)));
  }
  return chosen;
}

function chooseBranch(
  choice: SchemaComplaint,
  inside: readonly SchemaComplaint[],
): readonly SchemaComplaint[] {
  const depth = choice.schemaPath.length;
  const misfits = new Set(
    inside
      .filter(({ keyword, schemaPath }) => keyword === "type" && schemaPath.length === depth + 2)
      .map(({ schemaPath }) => schemaPath[depth]),
  );
  const fitting = [...new Set(inside.map(({ schemaPath }) => schemaPath[depth]))].filter(
    (branch) => !misfits.has(branch),
  );
  const [only] = fitting;
  if (fitting.length !== 1) return [{ ...choice, keyword: "choice" }];
  return chooseBranches(inside.filter(({ schemaPath }) => schemaPath[depth] === only));
}

function startsWith(path: readonly (string | number)[], start: readonly (string | number)[]): boolean {
  return path.length >= start.length && start.every((segment, index) => path[index] === segment);
}

function readPointer(pointer: string): readonly string[] {
  const text = pointer.startsWith("#") ? pointer.slice(1) : pointer;
  if (text === "") return [];
  return text
    .slice(1)
    .split("/")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function toPath(segments: readonly string[], value: unknown): DocumentPath {
  let current = value;
  return segments.map((segment) => {
    const step = Array.isArray(current) ? Number(segment) : segment;
    current = valueAt(current, [step]);
    return step;
  });
}
