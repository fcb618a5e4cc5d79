import type { JsonSchema } from "@plimsoll/core";
import { requirementById, requirementIds } from "@plimsoll/model";
import { toolCategories } from "@plimsoll/model/tools";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import {
  branchesOf,
  descriptionOf,
  keysOf,
  schemasAt,
  typesOf,
  valuesOf,
} from "../configuration/json-schema-place.ts";
import { type OwnFile, schemaOf } from "../configuration/schemas.ts";
import { type FeatureContext, namedRules, ruleOf } from "../feature-context.ts";
import { blocks, code, plain } from "../words/markdown.ts";
import { whyItMatters } from "../words/rule-page.ts";
import { yamlPlace, type YamlPlace } from "../yaml-place/yaml-place.ts";
import type { CompletionPlace } from "./completion-place.ts";
import type { Choice } from "./item.ts";
import { entryText, type EntryShape, isQuoted, scalarText, yamlItems } from "./yaml-entries.ts";

/** What can be written at a place of `plimsoll.yaml` or of a file of waivers. */
export function configurationCompletion(
  { file, offset, context }: CompletionPlace,
  own: OwnFile,
): readonly CompletionItem[] {
  const place = yamlPlace(file.source, offset);
  if (place === undefined) return [];
  const schemas = schemasAt(schemaOf(own, context), place.path);
  const values = valueChoices(schemas, place, { own, context }).map((choice) => ({
    ...choice,
    newText: asWritten(choice, isQuoted(file, place)),
  }));
  if (place.position === "value" || (place.isItem && values.length > 0))
    return yamlItems(values, file, place);
  const siblings = place.levels.at(-1)?.entries;
  const keys = [...keyChoices(schemas, context), ...aliasKeys(place, { own, context })]
    .filter(({ label }) => siblings?.has(label) !== true)
    .map(({ shape, ...choice }) => ({ ...choice, newText: entryText(choice.label, shape, { file, place }) }));
  if (keys.length > 0) return yamlItems(keys, file, place);
  return yamlItems(listStart(schemas), file, place);
}

/** `true` and `false` are meant as such; other words of the schema are texts. */
function asWritten({ label, newText }: Choice, quoted: boolean): string {
  const text = newText ?? label;
  return text === "true" || text === "false" ? text : scalarText(text, { isQuoted: quoted });
}

interface KeyChoice extends Choice {
  readonly shape: EntryShape;
}

function keyChoices(schemas: readonly JsonSchema[], context: FeatureContext): readonly KeyChoice[] {
  return keysOf(schemas).map(({ name, schema, required }): KeyChoice => {
    const rule = ruleOf(context, name);
    return {
      label: name,
      kind: rule === undefined ? CompletionItemKind.Property : CompletionItemKind.Class,
      shape: shapeOf(schema),
      detail: rule?.title ?? (required ? "required" : typesOf(schema).join(" or ")),
      documentation:
        rule === undefined
          ? descriptionOf(schema)
          : blocks([descriptionOf(schema), whyItMatters(context.pageOf(name)) ?? ""]),
      rank: required ? 1 : 4,
    };
  });
}

/** What may be a scalar is written as one: the short form of a setting is the usual one. */
function shapeOf(schema: JsonSchema): EntryShape {
  const types = branchesOf([schema]).flatMap(typesOf);
  if (types.some((type) => type !== "object" && type !== "array" && type !== "null")) return "scalar";
  return types.includes("array") ? "list" : "map";
}

interface Setting {
  readonly own: OwnFile;
  readonly context: FeatureContext;
}

/** `checks` takes the checks of other tools that rules stand for. */
function aliasKeys({ path }: YamlPlace, { own, context }: Setting): readonly KeyChoice[] {
  if (own !== "configuration" || path.join("/") !== "checks") return [];
  const byAlias = new Map<string, string>();
  for (const { aliases, id } of namedRules(context)) for (const alias of aliases) byAlias.set(alias, id);
  return [...byAlias].map(([label, rule]) => ({
    label,
    kind: CompletionItemKind.Property,
    shape: "scalar",
    detail: rule,
  }));
}

function valueChoices(schemas: readonly JsonSchema[], place: YamlPlace, setting: Setting): readonly Choice[] {
  const named = namedValues(place.path.join("/"), setting);
  if (named.length > 0) return named;
  const { ruleSet } = setting.context;
  return valuesOf(schemas).map((label, index): Choice => {
    const profile = place.path.join("/") === "profile" && Object.hasOwn(ruleSet.profiles, label);
    const found = profile ? ruleSet.profiles[label] : undefined;
    return {
      label,
      kind: CompletionItemKind.EnumMember,
      rank: Math.min(index, 9),
      ...(found === undefined ? {} : { detail: found.title, documentation: plain(found.description) }),
    };
  });
}

/** Values that are no list of the schema, since they come from the rules and from the model. */
function namedValues(path: string, { own, context }: Setting): readonly Choice[] {
  if (own === "waivers") return path === "waivers/0/rule" ? ruleValues(context) : [];
  switch (path) {
    case "inventory/tools/0/category":
      return toolCategories().map(({ id, title }) => ({
        label: id,
        kind: CompletionItemKind.EnumMember,
        detail: title,
      }));
    case "inventory/attestations/0/requirement":
      return requirementIds.map((id) => requirementValue(id));
    case "images/trusted/0":
    case "images/approvedUntrusted/0":
      return ["registry1.dso.mil/ironbank/**", "scratch"].map((label) => ({
        label,
        kind: CompletionItemKind.Value,
      }));
    default:
      return [];
  }
}

function ruleValues(context: FeatureContext): readonly Choice[] {
  return namedRules(context)
    .filter(({ id }) => !id.startsWith("waiver/") && !id.startsWith("ignore/"))
    .map(({ id, title }) => ({
      label: id,
      kind: CompletionItemKind.Class,
      detail: title,
      documentation: whyItMatters(context.pageOf(id)) ?? "",
    }));
}

function requirementValue(id: string): Choice {
  const found = requirementById(id);
  return {
    label: id,
    kind: CompletionItemKind.EnumMember,
    ...(found === undefined
      ? {}
      : {
          detail: found.title,
          documentation: blocks([`Baseline ${code(found.baseline)}.`, plain(found.statement)]),
        }),
  };
}

/** Where only a list can stand, its first item. */
function listStart(schemas: readonly JsonSchema[]): readonly Choice[] {
  if (schemas.length === 0 || !schemas.every((schema) => typesOf(schema).includes("array"))) return [];
  return [{ label: "- ", kind: CompletionItemKind.Operator, detail: "an item of the list" }];
}
