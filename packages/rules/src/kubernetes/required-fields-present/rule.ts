import {
  defineRule,
  type MissingField,
  type ProposedFix,
  type Resource,
  type ResourceRule,
} from "@plimsoll/core";
import { asMap, getNode, setValue, toValue } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";
import { schemaProblems } from "../../shared-schema/problems.ts";
import { definition } from "../../shared-schema/words.ts";

export const rule: ResourceRule<MissingField> = defineRule<MissingField>({
  id: "kubernetes/required-fields-present",
  title: "Objects have the fields that their kind requires",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM036"],
  aliases: ["kube-linter:schema-validation", "monokle:K8S001"],
  since: "0.1.0",
  needsSchemas: true,
  check: (resource, context) => schemaProblems("missingField", resource, context),
  message: ({ data }) =>
    `${data.owner} lacks the field ${data.field}, which it must have${definition(data)}.`,
  fix: ({ data }, resource) => (data.field === "selector" ? selectorFix(data, resource) : []),
});

/** Workloads select the pods that they make: by the labels of their template. */
function selectorFix({ steps }: MissingField, { node, document }: Resource): readonly ProposedFix[] {
  const labels = getNode(node, [...steps.slice(0, -1), "template", "metadata", "labels"]);
  if (labels === undefined || asMap(labels)?.entries.length === 0) return [];
  const edits = setValue(document.document, node, steps, { matchLabels: toValue(labels, "kubernetes") });
  return oneFix("Select the labels of the template", "review", edits);
}
