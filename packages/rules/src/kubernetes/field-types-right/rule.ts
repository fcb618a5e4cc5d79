import { defineRule, type ResourceRule, type WrongType } from "@plimsoll/core";
import { setValue } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";
import { schemaProblems } from "../../shared-schema/problems.ts";
import { definition, shown } from "../../shared-schema/words.ts";

export const rule: ResourceRule<WrongType> = defineRule<WrongType>({
  id: "kubernetes/field-types-right",
  title: "Values are of the type that their field takes",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM036"],
  aliases: ["kube-linter:schema-validation", "monokle:K8S001"],
  since: "0.1.0",
  needsSchemas: true,
  check: (resource, context) => schemaProblems("wrongType", resource, context),
  message: ({ data }) => {
    const isElement = typeof data.steps.at(-1) === "number";
    const what = isElement ? `An element of ${shown(data.field)}` : shown(data.field);
    return `${what} must be ${data.expected}${definition(data)}, not ${data.actual}.`;
  },
  fix: ({ data: { meant, steps } }, { document, node }) => {
    if (meant === undefined) return [];
    const title = typeof meant === "string" ? "Put it in quotes" : "Take the quotes away";
    return oneFix(title, "safe", setValue(document.document, node, steps, meant));
  },
});
