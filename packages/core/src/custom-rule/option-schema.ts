import { isRecord, listOf } from "../config/plain-value.ts";

const MAXIMUM_DEPTH = 4;
const TYPES: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean", "array"]);
const COUNTS: ReadonlySet<string> = new Set(["minLength", "maxLength", "minItems", "maxItems"]);
const LIMITS: ReadonlySet<string> = new Set(["minimum", "maximum"]);

/**
 * What is wrong with the schema of an option, as the end of a sentence; undefined where it is allowed. Only keywords that
 * validate in linear time are: no patterns, no references, no uniqueness.
 */
export function optionSchemaProblem(schema: unknown, depth: number = 0): string | undefined {
  if (!isRecord(schema)) return "must be a map";
  if (depth > MAXIMUM_DEPTH) return `nests deeper than ${MAXIMUM_DEPTH} lists`;
  if (!("type" in schema) && !("enum" in schema)) return "needs `type` or `enum`";
  for (const [keyword, argument] of Object.entries(schema)) {
    const problem = keywordProblem(keyword, argument, depth);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function keywordProblem(keyword: string, argument: unknown, depth: number): string | undefined {
  if (keyword === "description")
    return typeof argument === "string" ? undefined : "needs a text as `description`";
  if (keyword === "type")
    return TYPES.has(argument) ? undefined : "needs as `type` one of string, number, integer, boolean, array";
  if (keyword === "enum")
    return isEnum(argument) ? undefined : "needs as `enum` a list of at most 1000 texts, numbers or booleans";
  if (keyword === "items") return optionSchemaProblem(argument, depth + 1);
  if (LIMITS.has(keyword))
    return typeof argument === "number" ? undefined : `needs a number as \`${keyword}\``;
  if (COUNTS.has(keyword))
    return isCount(argument) ? undefined : `needs a whole number from 0 as \`${keyword}\``;
  return `cannot use \`${keyword.slice(0, 50)}\``;
}

function isEnum(argument: unknown): boolean {
  const values = listOf(argument);
  return (
    values.length > 0 &&
    values.length <= 1000 &&
    values.every((value) => value !== null && typeof value !== "object")
  );
}

function isCount(argument: unknown): boolean {
  return typeof argument === "number" && Number.isSafeInteger(argument) && argument >= 0;
}
