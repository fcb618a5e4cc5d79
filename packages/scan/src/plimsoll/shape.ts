import { isRecord } from "../json/plain.ts";

/** What a value must look like. A question mark makes a member optional. */
export type Shape =
  | "text"
  | "number"
  | "truth"
  | { readonly oneOf: readonly string[] }
  | { readonly list: Shape }
  | { readonly members: Readonly<Record<string, Shape | { readonly optional: Shape }>> };

/** The path to the first part of a value that does not have the shape; undefined where all has. */
export function misshapenAt(value: unknown, shape: Shape, path = ""): string | undefined {
  if (typeof shape === "string") return typeof value === TYPES[shape] ? undefined : path;
  if ("oneOf" in shape) return shape.oneOf.some((known) => known === value) ? undefined : path;
  if ("list" in shape) return Array.isArray(value) ? misshapenItem(value, shape.list, path) : path;
  return isRecord(value) ? misshapenMember(value, shape.members, path) : path;
}

function misshapenMember(
  value: Readonly<Record<string, unknown>>,
  members: Readonly<Record<string, Shape | { readonly optional: Shape }>>,
  path: string,
): string | undefined {
  for (const [name, inner] of Object.entries(members)) {
    const isOptional = typeof inner === "object" && "optional" in inner;
    const member = value[name];
    if (isOptional && member === undefined) continue;
    const found = misshapenAt(member, isOptional ? inner.optional : inner, `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const TYPES = { text: "string", number: "number", truth: "boolean" } as const;

function misshapenItem(list: readonly unknown[], shape: Shape, path: string): string | undefined {
  for (const [index, item] of list.entries()) {
    const found = misshapenAt(item, shape, `${path}[${index}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}
