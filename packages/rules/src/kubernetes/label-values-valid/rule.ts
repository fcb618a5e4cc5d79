import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import {
  asMap,
  getNode,
  podTemplatePath,
  replaceScalar,
  scalarText,
  type YamlNode,
  type YamlPath,
} from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";

interface Data {
  readonly text: string;
  readonly kind: string;
  readonly name: string;
  readonly node: YamlNode;
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/label-values-valid",
  title: "Labels have valid names and values",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM025"],
  aliases: ["kics:metadata_label_is_invalid", "kube-score:label-values"],
  since: "0.1.0",
  check,
  fix: ({ problem, data: { text, node } }, { document }) => {
    const valid = validValue(text);
    if (problem !== "value" || valid === "" || node.kind !== "scalar") return [];
    return oneFix(`Use ${valid}`, "review", replaceScalar(document.document, node, valid));
  },
  message: ({ problem, data }) =>
    `${data.kind} "${data.name}" has the label ${problem === "key" ? "name" : "value"} "${data.text}", which the API server refuses.`,
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  const template = podTemplatePath(resource.group, resource.kind) ?? [];
  const paths: YamlPath[] = [["metadata", "labels"]];
  if (template.length > 0 && !template.includes("*")) paths.push([...template, "metadata", "labels"]);
  const { kind, name } = resource;
  for (const path of paths) {
    for (const { problem, at } of wrongIn(getNode(resource.node, path))) {
      yield { problem, at, data: { text: scalarText(at) ?? "", kind, name, node: at } };
    }
  }
}

function* wrongIn(
  labels: YamlNode | undefined,
): Iterable<{ readonly problem: "key" | "value"; readonly at: YamlNode }> {
  for (const { key, value } of asMap(labels)?.entries ?? []) {
    const label = scalarText(key) ?? "";
    if (label !== "<<" && !isFilledInLater(label) && !isKey(label)) yield { problem: "key", at: key };
    const text = scalarText(value);
    if (text !== undefined && !isFilledInLater(text) && !isPart(text, true))
      yield { problem: "value", at: value };
  }
}

/** The text with a hyphen for what a label cannot hold. */
function validValue(text: string): string {
  const plain = text.slice(0, 63).replaceAll(/[^A-Za-z0-9_.-]+/g, "-");
  let start = 0;
  let end = plain.length;
  while (start < end && /[_.-]/.test(plain.charAt(start))) start += 1;
  while (end > start && /[_.-]/.test(plain.charAt(end - 1))) end -= 1;
  return plain.slice(start, end);
}

/** A template or a variable, which something puts a value into before the API server sees it. */
function isFilledInLater(text: string): boolean {
  return text.includes("{{") || text.includes("${") || text.includes("$(");
}

/** A label's name with its optional prefix, as `k8s.io/apimachinery` validates it. */
function isKey(key: string): boolean {
  const slash = key.lastIndexOf("/");
  if (slash < 0) return isPart(key, false);
  const prefix = key.slice(0, slash);
  const isDomain =
    prefix.length <= 253 &&
    prefix.split(".").every((part) => /^[a-z0-9-]{1,63}$/.test(part) && !part.startsWith("-"));
  return isDomain && isPart(key.slice(slash + 1), false);
}

/** Up to 63 letters, digits, `-`, `_` and `.`, with a letter or digit at both ends. */
function isPart(text: string, mayBeEmpty: boolean): boolean {
  if (text === "") return mayBeEmpty;
  return (
    text.length <= 63 &&
    /^[A-Za-z0-9_.-]+$/.test(text) &&
    /^[A-Za-z0-9]/.test(text) &&
    /[A-Za-z0-9]$/.test(text)
  );
}
