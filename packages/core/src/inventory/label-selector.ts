import { asMap, asSequence, getNode, scalarText, type YamlNode } from "@plimsoll/syntax";

/** One element of `matchExpressions`. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A label selector: everything in it must hold. */
export interface LabelSelector {
  readonly labels: Readonly<Record<string, string>>;
  readonly expressions: readonly LabelRequirement[];
}

const MAXIMUM_EXPRESSIONS = 100;

/** Reads a plain map of labels, as Services have it. */
export function readLabels(node: YamlNode | undefined): Readonly<Record<string, string>> | undefined {
  const map = asMap(node);
  if (map === undefined) return undefined;
  const result: Record<string, string> = Object.create(null);
  for (const entry of map.entries) {
    const key = scalarText(entry.key);
    const value = scalarText(entry.value);
    if (key !== undefined && value !== undefined) result[key] = value;
  }
  return result;
}

/** Reads `matchLabels` and `matchExpressions`; undefined where the node is no map. */
export function readSelector(node: YamlNode | undefined): LabelSelector | undefined {
  if (asMap(node) === undefined) return undefined;
  const expressions = asSequence(getNode(node, ["matchExpressions"]))?.items ?? [];
  return {
    labels: readLabels(getNode(node, ["matchLabels"])) ?? {},
    expressions: expressions.slice(0, MAXIMUM_EXPRESSIONS).map((item) => ({
      key: scalarText(getNode(item, ["key"])) ?? "",
      operator: scalarText(getNode(item, ["operator"])) ?? "",
      values: (asSequence(getNode(item, ["values"]))?.items ?? []).flatMap(
        (value) => scalarText(value) ?? [],
      ),
    })),
  };
}

/** Whether a selector asks for nothing, and so matches everything. */
export function isEmptySelector(selector: LabelSelector): boolean {
  return selector.expressions.length === 0 && Object.keys(selector.labels).length === 0;
}

/** Whether labels fulfil a selector. An operator that is not known holds, since nothing is known of it. */
export function selectorMatches(selector: LabelSelector, labels: Readonly<Record<string, string>>): boolean {
  const own = (key: string): string | undefined => (Object.hasOwn(labels, key) ? labels[key] : undefined);
  if (Object.entries(selector.labels).some(([key, value]) => own(key) !== value)) return false;
  return selector.expressions.every(({ key, operator, values }) => {
    const value = own(key);
    if (operator === "In") return value !== undefined && values.includes(value);
    if (operator === "NotIn") return value === undefined || !values.includes(value);
    if (operator === "Exists") return value !== undefined;
    return operator !== "DoesNotExist" || value === undefined;
  });
}
