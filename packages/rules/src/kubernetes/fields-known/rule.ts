import { defineRule, type Problem, type ResourceRule, type UnknownField } from "@plimsoll/core";
import { renameKey } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";
import { schemaProblems } from "../../shared-schema/problems.ts";
import { definition, shown, versionWords } from "../../shared-schema/words.ts";

export const rule: ResourceRule<UnknownField> = defineRule<UnknownField>({
  id: "kubernetes/fields-known",
  title: "Objects have only fields that their kind has",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM036"],
  aliases: ["kube-linter:schema-validation", "monokle:K8S004"],
  since: "0.1.0",
  needsSchemas: true,
  check: (resource, context) => schemaProblems("unknownField", resource, context),
  message: ({ data }, { kubernetesMinor }) => {
    const start = `${data.owner} has no field "${shown(data.field)}"`;
    if (data.versions !== undefined)
      return `${start} in Kubernetes 1.${kubernetesMinor}; ${versionWords(data.versions)} have it.`;
    return `${start}${definition(data)}${hint(data)}`;
  },
  fix: ({ data }: Problem<UnknownField>, { document, node }) =>
    data.nearest === undefined
      ? []
      : oneFix(
          `Rename to ${data.nearest}`,
          "review",
          renameKey(document.document, node, data.steps, data.nearest),
        ),
});

/** What the field most likely means, or where it belongs. */
function hint({ nearest, belongs }: UnknownField): string {
  if (nearest !== undefined) return `; did you mean ${nearest}?`;
  if (belongs === undefined) return ".";
  return belongs.to === "child"
    ? `; it belongs into ${belongs.name}.`
    : `; it belongs further out, to ${belongs.name}.`;
}
