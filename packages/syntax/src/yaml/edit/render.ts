import { isBlank, isFlowIndicator } from "../char-codes.ts";
import { resolvePlain } from "../core-schema.ts";
import { resolveKubernetes } from "../kubernetes-schema.ts";
import type { YamlScalarStyle, YamlScalarValue } from "../nodes.ts";
import type { YamlPlain, YamlPlainObject } from "../value.ts";

/** How new text is laid out, taken from the document around it. */
export interface Layout {
  /** The line break. */
  readonly eol: string;
  /** Columns from a key to the keys of its map. */
  readonly step: number;
  /** Columns from a key to the dashes of its sequence. */
  readonly sequenceStep: number;
}

/** How a flow collection is written. */
export interface FlowStyle {
  /** All strings and keys in double quotes, as JSON has them. */
  readonly json: boolean;
  /** No white space behind commas and colons. */
  readonly compact: boolean;
}

/** New values may nest this deep. */
const MAX_VALUE_DEPTH = 100;

/** These cannot start a plain scalar; `-`, `?` and `:` can where text follows at once, but only `-` is common. */
const BAD_STARTS = "?:,[]{}#&*!|>'\"%@`=";

/** A colon before white space ends a plain scalar, and a `#` behind it. */
const UNSAFE_PAIRS: readonly string[] = [": ", ":\t", " #", "\t#"];

/** Characters that JSON leaves as they are and YAML does not take or not safely. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** True for a map that is plain data. */
export function isObject(value: YamlPlain): value is YamlPlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for plain data that is a list. */
export function isList(value: YamlPlain): value is readonly YamlPlain[] {
  return Array.isArray(value);
}

/** True for what is written on one line even in block style: scalars and empty collections. */
export function isInline(value: YamlPlain): boolean {
  if (isList(value)) return value.length === 0;
  return !isObject(value) || Object.keys(value).length === 0;
}

/** A scalar as text; strings in the given quotes where these can hold it. */
export function renderScalar(value: YamlScalarValue, style: YamlScalarStyle, inFlow: boolean): string {
  if (typeof value !== "string") return renderLiteral(value);
  if (style === "double") return doubleQuoted(value);
  if (style === "single" && !hasControl(value)) return `'${value.replaceAll("'", "''")}'`;
  return isPlainSafe(value, inFlow) ? value : doubleQuoted(value);
}

/** A value in flow style on one line. */
export function renderFlow(value: YamlPlain, style: FlowStyle, depth: number = 0): string {
  checkDepth(depth);
  const comma = style.compact ? "," : ", ";
  if (isList(value)) return `[${value.map((item) => renderFlow(item, style, depth + 1)).join(comma)}]`;
  if (!isObject(value)) return renderScalar(value, style.json ? "double" : "plain", true);
  const entries = Object.keys(value).map((key) => renderFlowEntry(key, value[key] ?? null, { style, depth }));
  return `{${entries.join(comma)}}`;
}

/** `key: value` in flow style. */
export function renderFlowEntry(
  key: string,
  value: YamlPlain,
  context: { readonly style: FlowStyle; readonly depth: number },
): string {
  const { style, depth } = context;
  // Only a quoted key may have its value right behind the colon.
  const colon = style.compact && style.json ? ":" : ": ";
  return renderKey(key, style.json ? "double" : "plain", true) + colon + renderFlow(value, style, depth + 1);
}

/** A key as text. */
export function renderKey(key: string, style: YamlScalarStyle, inFlow: boolean): string {
  return renderScalar(key, key === "<<" ? "double" : style, inFlow);
}

/** A collection in block style whose first line starts at `column`, without the indentation of that line. */
export function renderBlock(value: YamlPlain, column: number, layout: Layout, depth: number = 0): string {
  checkDepth(depth);
  const separator = layout.eol + " ".repeat(column);
  if (isList(value)) return value.map((item) => renderItem(item, column, layout, depth)).join(separator);
  if (!isObject(value)) return renderScalar(value, "plain", false);
  return Object.keys(value)
    .map((key) => renderEntry(key, value[key] ?? null, { column, layout, depth }))
    .join(separator);
}

/** `- value` in block style, with the dash at `column`. */
export function renderItem(value: YamlPlain, column: number, layout: Layout, depth: number = 0): string {
  if (isInline(value)) return `- ${renderInline(value)}`;
  return `- ${renderBlock(value, column + 2, layout, depth + 1)}`;
}

/** `key: value` in block style, with the key at `column`. */
export function renderEntry(
  key: string,
  value: YamlPlain,
  place: { readonly column: number; readonly layout: Layout; readonly depth?: number },
): string {
  const { column, layout, depth = 0 } = place;
  const name = renderKey(key, "plain", false);
  if (isInline(value)) return `${name}: ${renderInline(value)}`;
  const inner = column + (isList(value) ? layout.sequenceStep : layout.step);
  return `${name}:${layout.eol}${" ".repeat(inner)}${renderBlock(value, inner, layout, depth + 1)}`;
}

/** A scalar or an empty collection in block style. */
export function renderInline(value: YamlPlain): string {
  if (isList(value)) return "[]";
  return isObject(value) ? "{}" : renderScalar(value, "plain", false);
}

/** True where the text can stand without quotes and is read as this very string, also by Kubernetes. */
export function isPlainSafe(text: string, inFlow: boolean): boolean {
  if (!isSafeStart(text) || !isSafeInside(text)) return false;
  if (hasControl(text) || (inFlow && hasFlowMark(text))) return false;
  return typeof resolvePlain(text) === "string" && typeof resolveKubernetes(text) === "string";
}

function isSafeStart(text: string): boolean {
  if (text === "" || text === "<<" || BAD_STARTS.includes(text.charAt(0))) return false;
  if (text.startsWith("---") || text.startsWith("...")) return false;
  return !text.startsWith("-") || (text.length > 1 && !isBlank(text.charCodeAt(1)));
}

function isSafeInside(text: string): boolean {
  if (isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(text.length - 1)) || text.endsWith(":"))
    return false;
  return !UNSAFE_PAIRS.some((pair) => text.includes(pair));
}

function hasFlowMark(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (isFlowIndicator(text.charCodeAt(index))) return true;
  }
  return text.includes(":,") || text.startsWith("-");
}

/** True where a character needs an escape, and so double quotes. */
export function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true;
    if (code === 0x2028 || code === 0x2029 || code === 0xfeff || code >= 0xfffe) return true;
  }
  return !text.isWellFormed();
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(UNSAFE, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function renderLiteral(value: number | bigint | boolean | null): string {
  if (typeof value !== "number" || Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return ".nan";
  return value > 0 ? ".inf" : "-.inf";
}

function checkDepth(depth: number): void {
  if (depth > MAX_VALUE_DEPTH)
    throw new RangeError(`a new value nests deeper than ${MAX_VALUE_DEPTH} levels`);
}
