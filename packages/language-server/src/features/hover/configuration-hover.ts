import { requirementById } from "@plimsoll/model";
import {
  descriptionOf,
  schemaOfKey,
  typesOf,
  valuesOf,
  branchesOf,
} from "../configuration/json-schema-place.ts";
import { type OwnFile, schemaOf } from "../configuration/schemas.ts";
import type { OpenFile } from "../document/open-file.ts";
import { type FeatureContext, ruleOf } from "../feature-context.ts";
import { blocks, code, list, plain } from "../words/markdown.ts";
import { ruleLink } from "../words/page-link.ts";
import { whyItMatters } from "../words/rule-page.ts";
import type { HoverPart } from "./dockerfile-hover.ts";
import { yamlSpot } from "./yaml-steps.ts";

const MAXIMUM_VALUES = 20;

/** What stands at an offset of `plimsoll.yaml` or of a file of waivers: a rule, a profile, a requirement or a key. */
export function configurationHover(
  file: OpenFile,
  own: { readonly file: OwnFile; readonly offset: number },
  context: FeatureContext,
): HoverPart | undefined {
  const spot = yamlSpot(file, own.offset);
  if (spot === undefined) return undefined;
  const name = spot.part === "key" ? String(spot.path.at(-1) ?? "") : (spot.scalar ?? "");
  const markdown =
    ruleWords(name, context) ??
    (spot.part === "key" ? undefined : valueWords(name, context)) ??
    keyWords(spot.path, own.file, context);
  return markdown === undefined ? undefined : { markdown, span: spot.span };
}

function ruleWords(id: string, context: FeatureContext): string | undefined {
  const rule = ruleOf(context, context.ruleSet.renamed.get(id) ?? id);
  if (rule === undefined) return undefined;
  const options = Object.entries(rule.options ?? {}).map(
    ([name, option]) =>
      `${code(name)} (default ${code(JSON.stringify(option.default))}): ${plain(option.description)}`,
  );
  return blocks([
    `**Rule** ${ruleLink(rule.id, context)}: ${plain(rule.title)}`,
    whyItMatters(context.pageOf(rule.id)) ?? "",
    `Severity ${rule.severity} by itself, confidence ${rule.confidence}.`,
    options.length === 0 ? "" : blocks(["**Options**", list(options)]),
  ]);
}

function valueWords(value: string, { ruleSet }: FeatureContext): string | undefined {
  const profile = Object.hasOwn(ruleSet.profiles, value) ? ruleSet.profiles[value] : undefined;
  if (profile !== undefined)
    return blocks([`**Profile** ${code(profile.name)}: ${plain(profile.title)}`, plain(profile.description)]);
  const requirement = requirementById(value);
  if (requirement === undefined) return undefined;
  const { id, title, baseline, statement } = requirement;
  return blocks([`**Requirement** ${code(id)} (${baseline}): ${plain(title)}`, plain(statement)]);
}

/** The schema is ours: its descriptions are Markdown, and may hold code spans. */
function keyWords(
  path: readonly (string | number)[],
  file: OwnFile,
  context: FeatureContext,
): string | undefined {
  const schema = schemaOfKey(schemaOf(file, context), path);
  if (schema === undefined) return undefined;
  const branches = branchesOf([schema]);
  const description = descriptionOf(schema) || descriptionOf(branches[0] ?? {});
  if (description === "") return undefined;
  const types = [...new Set(branches.flatMap(typesOf))];
  const values = valuesOf(branches).slice(0, MAXIMUM_VALUES);
  return blocks([
    `**${plain(path.findLast((step) => typeof step === "string") ?? "")}**${types.length === 0 ? "" : `: ${types.join(" or ")}`}`,
    description,
    values.length === 0 ? "" : `One of ${values.map(code).join(", ")}.`,
  ]);
}
