import type { Confidence, FixSafety, Problem, ProposedFix, Resource, Severity } from "@plimsoll/core";
import {
  removeAt,
  setValues,
  type Span,
  type TextEdit,
  type YamlChange,
  type YamlPath,
} from "@plimsoll/syntax";
import { oneFix } from "../shared-objects/fixes.ts";
import { keySpan, valueSpan } from "../shared-objects/spans.ts";

/** What a rule on one object found: whose it is, what stands there, and what would put it right. */
export interface Flaw {
  readonly kind: string;
  readonly name: string;
  /** The wrong value, or the name of what is missing. */
  readonly value: string;
  readonly repair: Repair | undefined;
}

/** Changes of an object, by paths from its root. */
export interface Repair {
  readonly title: string;
  readonly safety: FixSafety;
  readonly set?: readonly YamlChange[];
  readonly remove?: readonly YamlPath[];
}

/** Words for each problem of a rule. */
export type Words = Readonly<Record<string, (flaw: Flaw) => string>>;

/** Where and how heavy a flaw is. */
export interface FlawDetails {
  readonly value?: string;
  readonly repair?: Repair | undefined;
  /** The place, where it is not the value at the path. */
  readonly at?: Span;
  readonly severity?: Severity | undefined;
  readonly confidence?: Confidence | undefined;
}

/** A problem at the value of a path, or where there is none at the key of its nearest parent. */
export function flawAt(
  resource: Resource,
  problem: string,
  path: YamlPath,
  details: FlawDetails = {},
): Problem<Flaw> {
  const { value = "", repair, at = valueSpan(resource.node, path), severity, confidence } = details;
  return {
    problem,
    at,
    subject: `${path.join(".")} ${value}`,
    ...(severity === undefined ? {} : { severity }),
    ...(confidence === undefined ? {} : { confidence }),
    data: { kind: resource.kind, name: resource.name, value, repair },
  };
}

/** A problem at the key of a path. */
export function flawAtKey(
  resource: Resource,
  problem: string,
  path: YamlPath,
  details: FlawDetails = {},
): Problem<Flaw> {
  return flawAt(resource, problem, path, { at: keySpan(resource.node, path), ...details });
}

/** The `message` of a rule that has words for each of its problems. */
export function say(words: Words): (problem: Problem<Flaw>) => string {
  return ({ problem, data }) => words[problem]?.(data) ?? problem;
}

/** The `fix` of a rule whose problems bring what puts them right. */
export function mend({ data }: Problem<Flaw>, resource: Resource): readonly ProposedFix[] {
  if (data.repair === undefined) return [];
  const { title, safety, set = [], remove = [] } = data.repair;
  const { document } = resource.document;
  const edits: TextEdit[] = [...setValues(document, resource.node, set)];
  if (set.length > 0 && edits.length === 0) return [];
  for (const path of remove) edits.push(...removeAt(document, resource.node, path));
  return oneFix(title, safety, edits);
}

/** The repair that takes a path out. */
export function without(path: YamlPath, title: string, safety: FixSafety = "review"): Repair {
  return { title, safety, remove: [path] };
}

/** The repair that gives a path a value. */
export function withValue(
  path: YamlPath,
  value: YamlChange["value"],
  title: string,
  safety: FixSafety = "review",
): Repair {
  return { title, safety, set: [{ path, value }] };
}
