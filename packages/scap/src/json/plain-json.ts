import { MAXIMUM_DEPTH, MAXIMUM_LENGTH } from "../limits.ts";
import { ScapError } from "../scap-error.ts";

/** Data of a JSON text; objects have the keys of the text only. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/**
 * A JSON text as data.
 * @throws ScapError `scap/broken-json` with the line, and the limits
 */
export function readJson(text: string, file: string): JsonValue {
  if (text.length > MAXIMUM_LENGTH) {
    throw new ScapError("scap/too-large", { file, line: 0 }, `longer than ${MAXIMUM_LENGTH} characters.`);
  }
  checkDepth(text, file);
  try {
    const root: JsonValue = JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
    return root;
  } catch (error) {
    const words = error instanceof Error ? error.message : "no JSON";
    throw new ScapError("scap/broken-json", { file, line: lineIn(text, words) }, `${words}.`);
  }
}

/** JSON.parse recurses: depth is looked at before. */
function checkDepth(text: string, file: string): void {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > MAXIMUM_DEPTH) {
        throw new ScapError("scap/too-deep", { file, line: 0 }, `values nest deeper than ${MAXIMUM_DEPTH}.`);
      }
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
}

/** V8 names a position or a line in its message, by version. */
function lineIn(text: string, message: string): number {
  if (message.includes("end of JSON")) return text.split("\n").length;
  const line = /\(line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? 0 : text.slice(0, Number(position)).split("\n").length;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own property of an object; undefined for anything else. */
export function at(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function listAt(value: JsonValue | undefined, key: string): readonly JsonValue[] {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}

/** A text, or a number or truth value as text; empty for anything else. */
export function stringAt(value: JsonValue | undefined, key: string): string {
  const text = at(value, key);
  if (typeof text === "number" || typeof text === "boolean") return String(text);
  return typeof text === "string" ? text : "";
}

export function stringsAt(value: JsonValue | undefined, key: string): readonly string[] {
  return listAt(value, key).filter((item) => typeof item === "string");
}
