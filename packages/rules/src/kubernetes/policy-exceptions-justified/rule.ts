import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { getNode } from "@plimsoll/syntax";
import { keySpan, shortSpan } from "../../shared-objects/spans.ts";
import { at, isObject, list, text } from "../../shared-objects/values.ts";

interface Data {
  readonly resource: string;
  readonly missing: readonly string[];
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/policy-exceptions-justified",
  title: "An exception from policy says why, for whom and until when",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM043"],
  aliases: [],
  since: "0.1.0",
  kinds: ["PolicyException", "uds.dev/Exemption", "config.gatekeeper.sh/Config"],
  options: {
    annotations: {
      description: "Names that annotations of an exception must end in, behind any prefix.",
      schema: { type: "array", items: { type: "string" } },
      default: ["reason", "owner", "expires"],
    },
  },
  check,
  message: ({ problem, data }) =>
    problem === "wildcard"
      ? `${data.resource} excepts from every policy or rule by a wildcard.`
      : `${data.resource} has no annotation that says its ${data.missing.join(", ")}.`,
});

function* check(resource: Resource, { options }: RuleContext): Iterable<Problem<Data>> {
  const { kind, name, node, value } = resource;
  const excludes =
    kind !== "Config" ||
    list(at(value, "spec", "match")).some((one) => list(at(one, "excludedNamespaces")).length > 0);
  if (!excludes) return;
  const annotations = at(value, "metadata", "annotations");
  const keys = isObject(annotations) ? Object.keys(annotations) : [];
  const wanted = list(options["annotations"]).flatMap((one) => text(one) ?? []);
  const missing = wanted.filter((word) => !keys.some((key) => key.slice(key.lastIndexOf("/") + 1) === word));
  const named = `${kind} "${name}"`;
  if (missing.length > 0) {
    yield {
      problem: "unjustified",
      at: keySpan(node, ["metadata", "annotations"]),
      subject: "annotations",
      data: { resource: named, missing },
    };
  }
  for (const [index, exception] of list(at(value, "spec", "exceptions")).entries()) {
    const isWild =
      text(at(exception, "policyName")) === "*" || list(at(exception, "ruleNames")).includes("*");
    const place = getNode(node, ["spec", "exceptions", index]);
    if (isWild && place !== undefined) {
      yield {
        problem: "wildcard",
        at: shortSpan(place),
        subject: `exceptions.${index}`,
        severity: "error",
        data: { resource: named, missing: [] },
      };
    }
  }
}
