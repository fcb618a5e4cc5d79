import {
  defineRule,
  type OptionValue,
  type Problem,
  type Resource,
  type ResourceRule,
  type RuleContext,
} from "@plimsoll/core";
import { keySpan } from "../../shared-objects/spans.ts";
import { at, list, text } from "../../shared-objects/values.ts";

interface Data {
  readonly what: string;
  readonly key: string;
  readonly kind: string;
  readonly name: string;
}

const NAMES = { type: "array", items: { type: "string" } };

const OF_LABELS = ["kube-linter:required-label-owner", "gatekeeper:requiredlabels"];
const OF_ANNOTATIONS = ["kube-linter:required-annotation-email", "gatekeeper:requiredannotations"];

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/required-metadata-set",
  title: "Objects carry the labels and annotations that the organization requires",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM025"],
  aliases: [...OF_LABELS, ...OF_ANNOTATIONS],
  since: "0.1.0",
  options: {
    labels: { description: "Labels that must be there.", schema: NAMES, default: [] },
    annotations: { description: "Annotations that must be there.", schema: NAMES, default: [] },
    kinds: { description: "Kinds that must carry them; all where empty.", schema: NAMES, default: [] },
  },
  check,
  message: ({ data }) => `${data.kind} "${data.name}" has no ${data.what} "${data.key}".`,
});

function* check(resource: Resource, { options }: RuleContext): Iterable<Problem<Data>> {
  const kinds = names(options["kinds"]);
  if (kinds.length > 0 && !kinds.includes(resource.kind)) return;
  const { kind, name } = resource;
  for (const [field, what, aliases] of [
    ["labels", "label", OF_LABELS],
    ["annotations", "annotation", OF_ANNOTATIONS],
  ] as const) {
    for (const key of names(options[field])) {
      if ((text(at(resource.value, "metadata", field, key)) ?? "") !== "") continue;
      const span = keySpan(resource.node, ["metadata", field]);
      yield { problem: what, at: span, subject: `${field}.${key}`, aliases, data: { what, key, kind, name } };
    }
  }
}

function names(value: OptionValue | undefined): readonly string[] {
  return list(value).flatMap((name) => text(name) ?? []);
}
