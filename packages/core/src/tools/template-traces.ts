import type { SourceText } from "@plimsoll/syntax";
import type { ToolTrace } from "./tool-trace.ts";

/** Lines of a template that are looked at. */
const MAXIMUM_LINES = 20_000;
const MAXIMUM_TRACES = 500;

/**
 * Traces in a template that was not rendered: lines that state an API and kind, a namespace, a label or an image as plain text.
 * Nobody knows whether they come to be, and the traces say so.
 */
export function tracesOfTemplate(text: string, source: SourceText): readonly ToolTrace[] {
  const traces: ToolTrace[] = [];
  let offset = 0;
  let group: string | undefined;
  for (const line of text.split("\n", MAXIMUM_LINES)) {
    const start = offset;
    offset += line.length + 1;
    const pair = plainPair(line);
    if (pair === undefined) continue;
    const { key, value, at } = pair;
    if (key === "apiVersion") group = groupOf(value);
    const trace = traceOf(key, value, group);
    if (trace === undefined) continue;
    const range = source.rangeOf({ start: start + at, end: start + at + value.length });
    traces.push({ ...trace, range, template: true });
    if (traces.length >= MAXIMUM_TRACES) break;
  }
  return traces;
}

function traceOf(
  key: string,
  value: string,
  group: string | undefined,
): Pick<ToolTrace, "by" | "text"> | undefined {
  if (key === "kind") return group === undefined ? undefined : { by: "api", text: `${group}/${value}` };
  if (key === "targetNamespace") return { by: "namespace", text: value };
  if (key === "image") return value.includes("/") ? { by: "image", text: value } : undefined;
  return key.includes("/") || key === "app" ? { by: "label", text: `${key}=${value}` } : undefined;
}

/** `key: value` of a line whose value is plain text. */
function plainPair(
  line: string,
): { readonly key: string; readonly value: string; readonly at: number } | undefined {
  if (line.length > 500 || line.includes("{{")) return undefined;
  const colon = line.indexOf(": ");
  if (colon < 0) return undefined;
  const key = bareKey(line.slice(0, colon));
  const raw = line.slice(colon + 2);
  const quoted = raw.trim();
  const value = unquoted(quoted);
  if (key === "" || value === "" || value.includes(" ")) return undefined;
  return { key, value, at: colon + 2 + raw.indexOf(value) };
}

function bareKey(text: string): string {
  const trimmed = text.trim();
  return unquoted(trimmed.startsWith("- ") ? trimmed.slice(2).trim() : trimmed);
}

function unquoted(text: string): string {
  const first = text[0];
  return text.length > 1 && (first === '"' || first === "'") && text.endsWith(first)
    ? text.slice(1, -1)
    : text;
}

function groupOf(apiVersion: string): string | undefined {
  const slash = apiVersion.indexOf("/");
  return slash < 0 ? undefined : apiVersion.slice(0, slash);
}
