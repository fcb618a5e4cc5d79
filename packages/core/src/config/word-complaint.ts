import type { JsonSchema } from "./json-schema.ts";
import type { DocumentPath } from "./located-document.ts";
import { nearest } from "./nearest.ts";
import { entryOf, isRecord, valueAt } from "./plain-value.ts";

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
export interface SchemaComplaint {
  readonly keyword: string;
  /** Segments of the schema's path, ending in the keyword. */
  readonly schemaPath: readonly string[];
  readonly path: DocumentPath;
  /** As written by the validator, for the property that `required` names. */
  readonly error: string;
}

/** What a complaint is about. */
interface Subject {
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly base: DocumentPath;
}

/** Puts a complaint of the validator into words, with what the schema knows of the place. */
export function wordComplaint(complaint: SchemaComplaint, { schema, value, base }: Subject): SchemaProblem {
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
      typeNames(entryOf(branch, "type")),
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
  const properties = entryOf(holder, "properties");
  const known = isRecord(properties) ? Object.keys(properties) : [];
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

function missingKey(complaint: SchemaComplaint, argument: unknown, found: unknown): SchemaProblem {
  const required = Array.isArray(argument) ? argument.map(String) : [];
  const missing = required.find(
    (key) => complaint.error.includes(`"${key}"`) && entryOf(found, key) === undefined,
  );
  const key = missing ?? required.find((name) => entryOf(found, name) === undefined) ?? "";
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
  const description = entryOf(holder, "description");
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
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "another value";
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
