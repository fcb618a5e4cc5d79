import type { SchemaStore } from "@plimsoll/core";
import { readResources, type ResourceNode, type YamlNode } from "@plimsoll/syntax";
import type { OpenFile } from "../document/open-file.ts";
import type { FeatureContext } from "../feature-context.ts";
import { isImagePlace } from "../kubernetes/image-place.ts";
import { schemaPlace, type SchemaPlace, typeWords } from "../kubernetes/schema-place.ts";
import { wordsOfField } from "../knowledge/fields.ts";
import { rulesOfField } from "../knowledge/rules-of-field.ts";
import { blocks, code, plain } from "../words/markdown.ts";
import { watchingRules } from "../words/watching-rules.ts";
import type { HoverPart } from "./dockerfile-hover.ts";
import { imageHover } from "./image-hover.ts";
import { yamlSpot, type YamlSpot } from "./yaml-steps.ts";

/** What stands at an offset of a YAML file with objects of Kubernetes: an image, or a field, with what rules ask of it. */
export function kubernetesHover(
  file: OpenFile,
  offset: number,
  context: FeatureContext,
): HoverPart | undefined {
  const spot = yamlSpot(file, offset);
  if (spot === undefined || context.schemas === undefined) return undefined;
  const found = fieldAt(spot, context.schemas);
  if (found === undefined) return undefined;
  const { owner, name } = found.field;
  const isImage = spot.scalar !== undefined && isImagePlace(owner.name, name);
  const markdown = isImage ? imageHover(spot.scalar, context) : fieldWordsOf(found, file, context);
  return markdown === undefined ? undefined : { markdown, span: spot.span };
}

interface FoundField {
  readonly place: SchemaPlace;
  readonly field: NonNullable<SchemaPlace["field"]>;
  /** The last step of the way there. */
  readonly last: string | number | undefined;
  readonly schemas: SchemaStore;
}

/** The field that a spot is in, by the kind of its object. */
function fieldAt(spot: YamlSpot, schemas: SchemaStore): FoundField | undefined {
  const resources = new Map<YamlNode, ResourceNode>(
    readResources(spot.document).map((resource) => [resource.node, resource]),
  );
  const depth = spot.nodes.findIndex((node) => resources.has(node));
  const root = spot.nodes[depth];
  const resource = root === undefined ? undefined : resources.get(root);
  const path = spot.path.slice(Math.max(0, depth));
  const place = resource === undefined ? undefined : schemaPlace(schemas, resource, path);
  if (place?.field === undefined) return undefined;
  return { place, field: place.field, last: path.at(-1), schemas };
}

function fieldWordsOf(
  { place, field: { owner, name }, last, schemas }: FoundField,
  file: OpenFile,
  context: FeatureContext,
): string | undefined {
  const words = wordsOfField(owner.name, name);
  // A key or item inside a field that nothing is said of, such as a label.
  if (words === undefined && !place.isField) return undefined;
  const rules = rulesOfField({ owner: owner.name, name }, { ruleSet: context.ruleSet, schemas });
  return blocks([
    `**${plain(name)}** of ${plain(owner.name)}: ${place.isField ? typeWords(place.type) : code(String(last ?? ""))}`,
    words?.text ?? "",
    words?.default === undefined ? "" : `Where it is absent: ${words.default}.`,
    watchingRules(context, file.path, rules),
  ]);
}
