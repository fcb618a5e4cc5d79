import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { setValues } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";
import { WORKLOADS } from "../../shared-objects/kinds.ts";
import { keySpan } from "../../shared-objects/spans.ts";
import { at, list, text } from "../../shared-objects/values.ts";

interface Data {
  readonly name: string;
  readonly kind: string;
  readonly missing: readonly string[];
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/labels-recommended",
  title: "Workloads carry the recommended labels",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM025"],
  aliases: ["kubescape:C-0076", "kubescape:C-0077", "polaris:metadataAndInstanceMismatched"],
  since: "0.1.0",
  kinds: WORKLOADS,
  options: {
    labels: {
      description: "The labels that every workload must carry.",
      schema: { type: "array", items: { type: "string" } },
      default: ["app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/version"],
    },
  },
  check,
  message: ({ data }) => `${data.kind} "${data.name}" has no label ${data.missing.join(", ")}.`,
  fix: ({ data }, { document, node }) => {
    const isNamed = data.name !== "" && !data.name.endsWith("*");
    const known = data.missing.filter((label) => isNamed && NAMED_AFTER_OBJECT.has(label));
    const changes = known.map((label) => ({ path: ["metadata", "labels", label], value: data.name }));
    return oneFix("Label with the object's name", "review", setValues(document.document, node, changes));
  },
});

/** Labels for which the object's own name is a sensible value. */
const NAMED_AFTER_OBJECT: ReadonlySet<string> = new Set([
  "app.kubernetes.io/name",
  "app.kubernetes.io/instance",
]);

function* check(resource: Resource, context: RuleContext): Iterable<Problem<Data>> {
  const labels = at(resource.value, "metadata", "labels");
  const wanted = list(context.options["labels"]).flatMap((label) => text(label) ?? []);
  const missing = wanted.filter((label) => (text(at(labels, label)) ?? "") === "");
  if (missing.length === 0) return;
  const { name, kind, node } = resource;
  yield {
    problem: "missing",
    at: keySpan(node, ["metadata", "labels"]),
    subject: "metadata.labels",
    data: { name, kind, missing },
  };
}
