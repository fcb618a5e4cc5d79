import { readResources, type ResourceNode, type YamlNode } from "@plimsoll/syntax";
import type { OpenFile } from "../document/open-file.ts";
import type { FeatureContext } from "../feature-context.ts";
import { isImagePlace } from "../kubernetes/image-place.ts";
import { schemaPlace, typeWords } from "../kubernetes/schema-place.ts";
import { wordsOfField } from "../knowledge/fields.ts";
import { rulesOfField } from "../knowledge/rules-of-field.ts";
import { blocks, code, plain } from "../words/markdown.ts";
import { watchingRules } from "../words/watching-rules.ts";
import type { HoverPart } from "./dockerfile-hover.ts";
import { imageHover } from "./image-hover.ts";
import { yamlSpot } from "./yaml-steps.ts";

/** What stands at an offset of a YAML file with objects of Kubernetes: an image, or a field that rules speak of. */
export function kubernetesHover(
  file: OpenFile,
  offset: number,
  context: FeatureContext,
): HoverPart | undefined {
  const spot = yamlSpot(file, offset);
  const { schemas } = context;
  if (spot === undefined || schemas === undefined) return undefined;
  const resources = new Map<YamlNode, ResourceNode>(
    readResources(spot.document).map((resource) => [resource.node, resource]),
  );
  const depth = spot.nodes.findIndex((node) => resources.has(node));
  const root = spot.nodes[depth];
  const resource = root === undefined ? undefined : resources.get(root);
  if (resource === undefined) return undefined;
  const path = spot.path.slice(depth);
  const place = schemaPlace(schemas, resource, path);
  if (place?.field === undefined) return undefined;
  const { owner, name } = place.field;
  if (spot.scalar !== undefined && isImagePlace(owner.name, name)) {
    return { markdown: imageHover(spot.scalar, context), span: spot.span };
  }
  const words = wordsOfField(owner.name, name);
  if (words === undefined) return undefined;
  const markdown = blocks([
    `**${plain(name)}** of ${plain(owner.name)}: ${place.isField ? typeWords(place.type) : code(path.slice(-1).join(""))}`,
    words.text,
    words.default === undefined ? "" : `Where it is absent: ${words.default}.`,
    watchingRules(
      context,
      file.path,
      rulesOfField({ owner: owner.name, name }, { ruleSet: context.ruleSet, schemas }),
    ),
  ]);
  return { markdown, span: spot.span };
}
