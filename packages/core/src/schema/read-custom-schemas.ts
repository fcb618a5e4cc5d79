import {
  getNode,
  parseYaml,
  readResources,
  scalarText,
  toValue,
  type ResourceNode,
  type YamlPlain,
} from "@plimsoll/syntax";
import type { NotChecked } from "../finding/finding.ts";
import { KEPT_KEYWORDS, type CustomSchema } from "./custom-schema.ts";

/** What the CustomResourceDefinitions of a file come to. */
export interface CustomSchemas {
  readonly schemas: readonly CustomSchema[];
  readonly notChecked: readonly NotChecked[];
}

/** The word without which a text defines no kind: hosts search for it before they read a file. */
export const CUSTOM_SCHEMA_MARK = "CustomResourceDefinition";

/** Values that one definition may hold: the largest that are known have some ten thousand. */
const MAXIMUM_VALUES = 200_000;
const MAXIMUM_DEPTH = 150;

/** Reads the kinds that the CustomResourceDefinitions of a YAML or JSON text define (`apiextensions.k8s.io/v1`). Never throws. */
export function readCustomSchemas(file: string, text: string): CustomSchemas {
  if (!text.includes(CUSTOM_SCHEMA_MARK)) return { schemas: [], notChecked: [] };
  const schemas: CustomSchema[] = [];
  const notChecked: NotChecked[] = [];
  for (const placed of parseYaml(text).documents) {
    // A tree with holes would make wrong fields of right ones; the file's own check reports what is malformed.
    if (placed.document.problems.length > 0) continue;
    for (const resource of readResources(placed)) {
      if (resource.apiVersion !== "apiextensions.k8s.io/v1" || resource.kind !== CUSTOM_SCHEMA_MARK) continue;
      const found = readDefinition(file, resource);
      if (found === undefined) notChecked.push(tooLarge(file, resource.name));
      else schemas.push(...found);
    }
  }
  return { schemas, notChecked };
}

/** The versions of one definition; undefined where it is too large to be read. */
function readDefinition(file: string, { node }: ResourceNode): readonly CustomSchema[] | undefined {
  const group = scalarText(getNode(node, ["spec", "group"]));
  const kind = scalarText(getNode(node, ["spec", "names", "kind"]));
  const versions = getNode(node, ["spec", "versions"]);
  if (group === undefined || kind === undefined || versions?.kind !== "sequence") return [];
  const left = { values: MAXIMUM_VALUES };
  const schemas: CustomSchema[] = [];
  for (const item of versions.items) {
    const version = scalarText(getNode(item, ["name"]));
    const schema = getNode(item, ["schema", "openAPIV3Schema"]);
    if (version === undefined || schema?.kind !== "map") continue;
    const kept = keepSchema(toValue(schema), left, 0);
    if (kept === undefined) return undefined;
    schemas.push({ group, version, kind, file, text: JSON.stringify(kept) });
  }
  return schemas;
}

interface Left {
  values: number;
}

/** What is judged of a schema; undefined where that is more than a definition may hold, as where aliases unfold without end. */
function keepSchema(schema: YamlPlain, left: Left, depth: number): unknown {
  left.values -= 1;
  if (left.values < 0 || depth > MAXIMUM_DEPTH) return undefined;
  if (!isObject(schema)) return plain(schema);
  const kept: Record<string, unknown> = Object.create(null);
  for (const [keyword, value] of Object.entries(schema)) {
    if (!KEPT_KEYWORDS.has(keyword)) continue;
    const part =
      keyword === "properties" ? keepEach(value, left, depth) : keepPart(keyword, value, { left, depth });
    if (part === undefined) return undefined;
    kept[keyword] = part;
  }
  return kept;
}

function keepPart(
  keyword: string,
  value: YamlPlain,
  { left, depth }: { left: Left; depth: number },
): unknown {
  if (keyword === "items" || keyword === "additionalProperties") return keepSchema(value, left, depth + 1);
  if (!Array.isArray(value)) return plain(value);
  left.values -= value.length;
  return left.values < 0 ? undefined : value.map(plain);
}

function keepEach(properties: YamlPlain, left: Left, depth: number): unknown {
  if (!isObject(properties)) return {};
  const kept: Record<string, unknown> = Object.create(null);
  for (const [name, schema] of Object.entries(properties)) {
    const part = keepSchema(schema, left, depth + 1);
    if (part === undefined) return undefined;
    kept[name] = part;
  }
  return kept;
}

function isObject(value: unknown): value is Readonly<Record<string, YamlPlain>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A scalar as JSON holds it. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  return typeof value === "object" ? null : value;
}

function tooLarge(file: string, name: string): NotChecked {
  return {
    file,
    subject: `${CUSTOM_SCHEMA_MARK} ${name}`,
    code: "schema/definition-too-large",
    reason: `The schema of ${name} is too large to be read, so objects of its kind are not compared with it.`,
  };
}
