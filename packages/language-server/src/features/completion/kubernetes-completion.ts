import type { KindName, ObjectSchema, SchemaStore, SchemaType } from "@plimsoll/core";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { isImagePlace } from "../kubernetes/image-place.ts";
import { fieldsIn, schemaPlace, type SchemaPlace, typeWords } from "../kubernetes/schema-place.ts";
import { wordsOfField } from "../knowledge/fields.ts";
import { rulesOfField } from "../knowledge/rules-of-field.ts";
import { starters } from "../knowledge/starters.data.ts";
import { askedValues, usualKeys, usualValues, valuesOfKeys } from "../knowledge/values.data.ts";
import { blocks } from "../words/markdown.ts";
import { watchingRules } from "../words/watching-rules.ts";
import { yamlPlace, type YamlPlace } from "../yaml-place/yaml-place.ts";
import type { CompletionPlace } from "./completion-place.ts";
import { imageChoices } from "./image-choices.ts";
import { type Choice, snippetText } from "./item.ts";
import { objectPlace, type ObjectPlace } from "./object-place.ts";
import { entryText, type EntryShape, isQuoted, scalarText, yamlItems } from "./yaml-entries.ts";

interface Spot extends CompletionPlace {
  readonly place: YamlPlace;
  readonly object: ObjectPlace;
  readonly schemas: SchemaStore;
}

/** What can be written at a place of a YAML file with objects of Kubernetes. */
export function kubernetesCompletion(completion: CompletionPlace): readonly CompletionItem[] {
  const { file, offset, context } = completion;
  const place = yamlPlace(file.source, offset);
  if (place === undefined || context.schemas === undefined) return [];
  const object = objectPlace(place);
  return yamlItems(choicesAt({ ...completion, place, object, schemas: context.schemas }), file, place);
}

function choicesAt(spot: Spot): readonly Choice[] {
  const { object, place, schemas } = spot;
  const { path } = object;
  if (path.length === 1 && place.position === "value") {
    if (path[0] === "apiVersion") return versionChoices(spot);
    if (path[0] === "kind") return kindChoices(spot);
  }
  if (path.length === 0 && object.isEmpty) return place.column === 0 ? startChoices(spot) : [];
  const found = schemaPlace(schemas, object, path);
  if (found === undefined) return path.length === 0 && isBegun(object) ? typeKeys(spot) : [];
  return place.position === "value" ? scalarChoices(found, spot) : entryChoices(found, spot);
}

/** Whether a map is an object of Kubernetes as far as it is written: other YAML files are left alone. */
function isBegun({ apiVersion, kind }: ObjectPlace): boolean {
  return apiVersion !== "" || kind !== "";
}

/** Whole objects, and the two keys that every object starts with. */
function startChoices(spot: Spot): readonly Choice[] {
  const whole = starters.map(({ kind, text, snippet }): Choice => {
    const breaks = spot.file.text.includes("\r\n") ? snippet.replaceAll("\n", "\r\n") : snippet;
    return {
      label: `${kind} to start from`,
      kind: CompletionItemKind.Snippet,
      newText: spot.snippets ? breaks : snippetText(breaks),
      isSnippet: spot.snippets,
      documentation: text,
      filterText: `${kind} kind apiVersion`,
      rank: 6,
    };
  });
  return [...typeKeys(spot), ...whole];
}

function typeKeys({ place, file }: Spot): readonly Choice[] {
  const siblings = place.levels.at(-1)?.entries;
  return ["apiVersion", "kind"]
    .filter((label) => siblings?.has(label) !== true)
    .map((label) => ({
      label,
      kind: CompletionItemKind.Field,
      newText: entryText(label, "scalar", { file, place }),
      rank: 0,
    }));
}

function versionOf({ group, version }: KindName): string {
  return group === "" ? version : `${group}/${version}`;
}

/** The API versions of the kind that is written, or all of them. */
function versionChoices({ schemas, object }: Spot): readonly Choice[] {
  const kinds = schemas.kinds();
  const own = kinds.filter(({ kind }) => kind === object.kind);
  const versions = new Set((own.length > 0 ? own : kinds).map(versionOf));
  return [...versions].map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
}

/** The kinds of the API version that is written, or all of them. */
function kindChoices({ schemas, object }: Spot): readonly Choice[] {
  const kinds = schemas.kinds().filter(({ kind }) => kind === "List" || !kind.endsWith("List"));
  const own = kinds.filter((kind) => versionOf(kind) === object.apiVersion);
  const names = new Map((own.length > 0 ? own : kinds).map((kind) => [kind.kind, versionOf(kind)]));
  return [...names].map(([label, detail]) => ({ label, kind: CompletionItemKind.EnumMember, detail }));
}

/** At the start of an entry: the fields of a map, the values of a list's item, or the first item of a list. */
function entryChoices(found: SchemaPlace, spot: Spot): readonly Choice[] {
  const { type } = found;
  const fields = fieldsIn(type);
  if (fields !== undefined) return fieldChoices(fields, spot);
  if (type.kind === "map") return keyChoices(found, spot);
  if (type.kind === "list") return itemChoices(type.of, found, spot);
  return spot.place.isItem ? scalarChoices(found, spot) : [];
}

function fieldChoices(schema: ObjectSchema, spot: Spot): readonly Choice[] {
  const { place, object } = spot;
  const siblings = place.levels.at(-1)?.entries;
  return [...schema.fields]
    .filter(([name]) => siblings?.has(name) !== true)
    .filter(([name]) => name !== "status" || object.path.length > 0)
    .map(([name, type]) => fieldChoice(name, { schema, type }, spot));
}

function fieldChoice(
  name: string,
  { schema, type }: { readonly schema: ObjectSchema; readonly type: SchemaType },
  { place, file, context, schemas }: Spot,
): Choice {
  const words = wordsOfField(schema.name, name);
  const rules = rulesOfField({ owner: schema.name, name }, { ruleSet: context.ruleSet, schemas });
  const isRequired = schema.required.includes(name);
  return {
    label: name,
    kind: CompletionItemKind.Field,
    newText: entryText(name, shapeOf(type), { file, place }),
    detail: `${typeWords(type).replaceAll("`", "")}${isRequired ? ", required" : ""}`,
    documentation: blocks([
      words?.text ?? "",
      words?.default === undefined ? "" : `Where it is absent: ${words.default}.`,
      watchingRules(context, file.path, rules),
    ]),
    rank: rankOf(isRequired, rules),
  };
}

function rankOf(isRequired: boolean, rules: readonly string[]): number {
  if (isRequired) return 1;
  return rules.length > 0 ? 2 : 5;
}

function shapeOf(type: SchemaType): EntryShape {
  if (type.kind === "list") return "list";
  return type.kind === "map" || (type.kind === "object" && type.orOther !== true) ? "map" : "scalar";
}

function nameOf({ field }: SchemaPlace): string {
  return field === undefined ? "" : `${field.owner.name}.${field.name}`;
}

function keyChoices(found: SchemaPlace, { place, file }: Spot): readonly Choice[] {
  const siblings = place.levels.at(-1)?.entries;
  return listed(usualKeys, nameOf(found))
    .filter((label) => siblings?.has(label) !== true)
    .map((label, index) => ({
      label,
      kind: CompletionItemKind.Property,
      newText: entryText(label, "scalar", { file, place }),
      rank: Math.min(index, 9),
    }));
}

/** The first item of a list that has none: a `-` and what an item starts with. */
function itemChoices(item: SchemaType, found: SchemaPlace, spot: Spot): readonly Choice[] {
  const fields = fieldsIn(item);
  if (fields !== undefined) {
    const first = fields.required.find((name) => fields.fields.get(name)?.kind === "string");
    return [{ label: first === undefined ? "- " : `- ${first}: `, kind: CompletionItemKind.Field }];
  }
  return scalarChoices({ ...found, type: item }, spot).map((choice) => ({
    ...choice,
    newText: `- ${choice.newText ?? choice.label}`,
  }));
}

/** The values of a scalar: those of the schema, those that are nearly always meant, and images. */
function scalarChoices(found: SchemaPlace, spot: Spot): readonly Choice[] {
  const { type, field } = found;
  const { file, place, offset, context, object } = spot;
  if (field !== undefined && isImagePlace(field.owner.name, field.name)) {
    return imageChoices(file.text.slice(place.span.start, offset), context.configuration.images);
  }
  const name = nameOf(found);
  const key = String(object.path.at(-1) ?? "");
  const values = [...valuesOfType(type), ...listed(usualValues, name), ...listed(valuesOfKeys, key)];
  const asked = Object.hasOwn(askedValues, name) ? askedValues[name] : undefined;
  return [...new Set(values)].map((label, index): Choice => {
    const isAsked = label === asked;
    return {
      label,
      kind: CompletionItemKind.EnumMember,
      newText: type.kind === "boolean" ? label : scalarText(label, { isQuoted: isQuoted(file, place) }),
      rank: isAsked ? 0 : Math.min(index + 1, 9),
      ...(isAsked ? { detail: "what rules ask for" } : {}),
    };
  });
}

function valuesOfType(type: SchemaType): readonly string[] {
  if (type.kind === "boolean") return ["true", "false"];
  return type.kind === "list" || type.kind === "map" || type.kind === "object" ? [] : (type.values ?? []);
}

function listed(table: Readonly<Record<string, readonly string[]>>, name: string): readonly string[] {
  return Object.hasOwn(table, name) ? (table[name] ?? []) : [];
}
