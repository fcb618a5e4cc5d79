import type { LabelSelector } from "@plimsoll/core";
import { at, isObject, list, text } from "./values.ts";

/** A map of labels; values that are no text become empty. */
export function textMap(value: unknown): Readonly<Record<string, string>> {
  const labels: Record<string, string> = Object.create(null);
  if (!isObject(value)) return labels;
  for (const [key, entry] of Object.entries(value)) labels[key] = text(entry) ?? "";
  return labels;
}

/** A label selector as an object has it. */
export function selectorOf(value: unknown): LabelSelector {
  return {
    labels: textMap(at(value, "matchLabels")),
    expressions: list(at(value, "matchExpressions")).map((one) => ({
      key: text(at(one, "key")) ?? "",
      operator: text(at(one, "operator")) ?? "",
      values: list(at(one, "values")).flatMap((item) => text(item) ?? []),
    })),
  };
}
