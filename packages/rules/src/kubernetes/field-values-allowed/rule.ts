import { defineRule, type ResourceRule, type ValueNotAllowed } from "@plimsoll/core";
import { setValue } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";
import { schemaProblems } from "../../shared-schema/problems.ts";
import { choice, definition, shown } from "../../shared-schema/words.ts";

export const rule: ResourceRule<ValueNotAllowed> = defineRule<ValueNotAllowed>({
  id: "kubernetes/field-values-allowed",
  title: "Fields with a closed set of values have one of them",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM036"],
  aliases: ["kube-linter:schema-validation", "monokle:K8S001"],
  since: "0.1.0",
  needsSchemas: true,
  check: (resource, context) => schemaProblems("valueNotAllowed", resource, context),
  message: ({ data }) =>
    `${shown(data.field)} cannot be "${shown(data.value)}"${definition(data)}; it takes ${choice(data.allowed)}.`,
  fix: ({ data: { nearest, steps, caseOnly } }, { document, node }) =>
    nearest === undefined
      ? []
      : oneFix(
          `Write ${nearest}`,
          caseOnly ? "safe" : "review",
          setValue(document.document, node, steps, nearest),
        ),
});
