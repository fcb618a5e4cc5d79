import { defineRule, partsOf, podsOf, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { getNode, removeAt } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";
import { at, list, text } from "../../shared-objects/values.ts";

interface Data {
  readonly name: string;
  readonly container: string;
  readonly path: readonly (string | number)[];
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/environment-names-unique",
  title: "A container sets each environment variable once",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM022"],
  aliases: [
    "kubescape:C-0295",
    "kube-linter:duplicate-env-var",
    "kube-score:environment-variable-key-duplication",
  ],
  since: "0.1.0",
  check,
  message: ({ data }) =>
    `Container "${data.container}" sets variable "${data.name}" again further down, so this value never counts.`,
  fix: ({ data }, { document, node }) =>
    oneFix("Remove the value that does not count", "review", removeAt(document.document, node, data.path)),
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  for (const part of partsOf(resource, "containers", podsOf(resource))) {
    const names = list(at(part.value, "env")).map((variable) => text(at(variable, "name")));
    const last = new Map(names.map((name, index) => [name, index]));
    for (const [index, name] of names.entries()) {
      const place = getNode(part.node, ["env", index, "name"]);
      if (name === undefined || place === undefined || last.get(name) === index) continue;
      const container = text(at(part.value, "name")) ?? "";
      yield {
        problem: "overridden",
        at: place,
        data: { name, container, path: [...part.path, "env", index] },
      };
    }
  }
}
