import { listOf, memberOf, parseJsonText, type JsonProblemKind } from "@plimsoll/core/json";
import { MAXIMUM_DEPTH, MAXIMUM_LENGTH } from "../limits.ts";
import { ScapError, type ScapErrorCode } from "../scap-error.ts";

const CODES: Readonly<Record<JsonProblemKind, ScapErrorCode>> = {
  "too-large": "scap/too-large",
  "too-deep": "scap/too-deep",
  empty: "scap/broken-json",
  "not-json": "scap/broken-json",
};

/**
 * A JSON text as data.
 * @throws ScapError `scap/broken-json` with the line, and the limits
 */
export function readJson(text: string, file: string): unknown {
  const parsed = parseJsonText(text, { maximumLength: MAXIMUM_LENGTH, maximumDepth: MAXIMUM_DEPTH });
  if ("value" in parsed) return parsed.value;
  const { kind, line, message } = parsed.problem;
  throw new ScapError(CODES[kind], { file, line }, message);
}

/** A text, or a number or truth value as text; empty for anything else. */
export function stringAt(value: unknown, name: string): string {
  const member = memberOf(value, name);
  if (typeof member === "number" || typeof member === "boolean") return String(member);
  return typeof member === "string" ? member : "";
}

export function stringsAt(value: unknown, name: string): readonly string[] {
  return listOf(memberOf(value, name)).filter((item) => typeof item === "string");
}

export function listAt(value: unknown, name: string): readonly unknown[] {
  return listOf(memberOf(value, name));
}
