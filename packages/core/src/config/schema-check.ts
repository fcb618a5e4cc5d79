import { Validator, type OutputUnit, type Schema } from "@cfworker/json-schema";
import type { JsonSchema } from "./json-schema.ts";
import type { DocumentPath, LocatedDocument } from "./located-document.ts";
import { nearest } from "./nearest.ts";
import type { ConfigurationProblem } from "./problem.ts";

/** What is wrong with a value under a schema, where in the value, in words for a person. */
export interface SchemaProblem {
  readonly kind: "unknown-key" | "missing-key" | "wrong-type" | "bad-value";
  readonly path: DocumentPath;
  /** True where the key is wrong, not the value. */
  readonly atKey: boolean;
  readonly message: string;
  readonly nextStep: string;
}

/** One complaint of the validator with the place of its keyword in the schema. */
interface Complaint {
  readonly keyword: string;
  /** Segments of the schema's path, ending in the keyword. */
  readonly schemaPath: readonly string[];
  readonly path: DocumentPath;
  /** As written by the validator, for the property that `required` names. */
  readonly error: string;
}

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
    validator = new Validator(schema as Schema, "2020-12", false);
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

/** Validates a document and gives each problem its place in the file. */
export function checkDocumentSchema(
  document: LocatedDocument,
  schema: JsonSchema,
  area: string,
): readonly ConfigurationProblem[] {
  return checkSchema(schema, document.value).map(({ kind, path, atKey, message, nextStep }) => ({
    code: `${area}/${kind}`,
    file: document.file,
    range: atKey ? document.keyRange(path) : document.valueRange(path),
    message,
    nextStep,
  }));
}

function readComplaints(errors: readonly OutputUnit[], value: unknown): readonly Complaint[] {
  const complaints: Complaint[] = [];
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
function chooseBranches(complaints: readonly Complaint[]): readonly Complaint[] {
  const chosen: Complaint[] = [];
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

function chooseBranch(choice: Complaint, inside: readonly Complaint[]): readonly Complaint[] {
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
    current = childOf(current, step);
    return step;
  });
}

function childOf(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<string | number, unknown>)[step];
}

function valueAt(value: unknown, path: DocumentPath): unknown {
  return path.reduce(childOf, value);
}

/** What a complaint is about. */
interface Subject {
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly base: DocumentPath;
}

function wordComplaint(complaint: Complaint, { schema, value, base }: Subject): SchemaProblem {
  const { keyword, schemaPath } = complaint;
  const found = valueAt(value, complaint.path);
  const path = [...base, ...complaint.path];
  const holder = valueAt(schema, schemaPath.slice(0, -1));
  const argument = valueAt(schema, schemaPath);
  const name = nameOf(path);
  if (keyword === "false") return unknownKey(path, valueAt(schema, schemaPath.slice(0, -2)));
  if (keyword === "required") return missingKey({ ...complaint, path }, argument, found);
  if (keyword === "type") {
    return {
      kind: "wrong-type",
      path,
      atKey: false,
      message: `${name} must be ${typeNames(argument)}, not ${kindOf(found)}.`,
      nextStep: hint(holder),
    };
  }
  if (keyword === "enum" || keyword === "const")
    return notAllowed(path, found, keyword === "enum" ? argument : [argument], holder);
  if (keyword === "choice") {
    const types = (Array.isArray(argument) ? argument : []).map((branch: unknown) =>
      typeNames(childOf(branch, "type")),
    );
    return {
      kind: "wrong-type",
      path,
      atKey: false,
      message: `${name} must be ${[...new Set(types)].join(" or ")}, not ${kindOf(found)}.`,
      nextStep: hint(holder),
    };
  }
  return {
    kind: "bad-value",
    path,
    atKey: false,
    message: `${name} ${limitWords(keyword, argument)}.`,
    nextStep: hint(holder),
  };
}

function unknownKey(path: DocumentPath, holder: unknown): SchemaProblem {
  const key = String(path.at(-1) ?? "");
  const properties = childOf(holder, "properties");
  const known = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
  const near = nearest(key, known);
  const where = path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : "";
  return {
    kind: "unknown-key",
    path,
    atKey: true,
    message: `Unknown key \`${shorten(key)}\`${where}${near === undefined ? "" : `; did you mean \`${near}\`?`}${near === undefined ? "." : ""}`,
    nextStep: known.length === 0 ? "Remove the key." : `Use one of: ${known.join(", ")}.`,
  };
}

function missingKey(complaint: Complaint, argument: unknown, found: unknown): SchemaProblem {
  const required = Array.isArray(argument) ? argument.map(String) : [];
  const missing = required.find(
    (key) => complaint.error.includes(`"${key}"`) && childOf(found, key) === undefined,
  );
  const key = missing ?? required.find((name) => childOf(found, name) === undefined) ?? "";
  return {
    kind: "missing-key",
    path: complaint.path,
    atKey: typeof complaint.path.at(-1) === "string",
    message: `${nameOf(complaint.path)} needs the key \`${key}\`.`,
    nextStep: `Add \`${key}\`.`,
  };
}

function notAllowed(path: DocumentPath, found: unknown, argument: unknown, holder: unknown): SchemaProblem {
  const allowed = (Array.isArray(argument) ? argument : []).map(String);
  const near = typeof found === "string" ? nearest(found, allowed) : undefined;
  const said = typeof found === "string" ? `"${shorten(found)}"` : kindOf(found);
  return {
    kind: "bad-value",
    path,
    atKey: false,
    message: `${nameOf(path)} cannot be ${said}${near === undefined ? "." : `; did you mean "${near}"?`}`,
    nextStep: allowed.length === 0 ? hint(holder) : `Use one of: ${allowed.join(", ")}.`,
  };
}

function limitWords(keyword: string, argument: unknown): string {
  switch (keyword) {
    case "minLength":
      return "must not be empty";
    case "maxLength":
      return `must not be longer than ${String(argument)} characters`;
    case "minItems":
      return `must have at least ${String(argument)} ${argument === 1 ? "entry" : "entries"}`;
    case "maxItems":
      return `must not have more than ${String(argument)} entries`;
    case "minProperties":
      return `must have at least ${String(argument)} ${argument === 1 ? "key" : "keys"}`;
    case "maxProperties":
      return `must not have more than ${String(argument)} keys`;
    case "minimum":
      return `must be at least ${String(argument)}`;
    case "maximum":
      return `must be at most ${String(argument)}`;
    default:
      return "does not have the form that is asked for";
  }
}

/** The schema's own description says what belongs there. */
function hint(holder: unknown): string {
  const description = childOf(holder, "description");
  return typeof description === "string" ? description : "Correct the value.";
}

function typeNames(type: unknown): string {
  const types = Array.isArray(type) ? type : [type];
  return types.map((name) => TYPE_NAMES.get(String(name)) ?? "another value").join(" or ");
}

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ["string", "a text"],
  ["number", "a number"],
  ["integer", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["object", "a map"],
  ["null", "empty"],
]);

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "string") return "a text";
  return String(value);
}

/** A path as people write it: `rules.dockerfile/x.severity`, `overrides[0].paths`. */
function nameOf(path: DocumentPath): string {
  if (path.length === 0) return "The file";
  let name = "";
  for (const step of path) {
    if (typeof step === "number") name += `[${step}]`;
    else name += name === "" ? shorten(step) : `.${shorten(step)}`;
  }
  return `\`${name}\``;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
