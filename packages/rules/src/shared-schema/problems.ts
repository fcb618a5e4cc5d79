import type { Problem, Resource, RuleContext, SchemaProblem } from "@plimsoll/core";

/**
 * The schema problems of one sort as problems of a rule. What a CustomResourceDefinition of the workspace says is less certain than
 * what Kubernetes itself says: the cluster may have another version of it.
 */
export function schemaProblems<Sort extends SchemaProblem["problem"]>(
  sort: Sort,
  resource: Resource,
  context: RuleContext,
): readonly Problem<Extract<SchemaProblem, { readonly problem: Sort }>>[] {
  const found = context.schemas.problemsOf(resource);
  // Nearly all objects are right, and all rules ask of each.
  if (found.length === 0) return NONE;
  return found.flatMap((data) => (isOf(data, sort) ? [problemOf(sort, data)] : []));
}

const NONE: readonly never[] = [];

function problemOf<Data extends SchemaProblem>(problem: string, data: Data): Problem<Data> {
  const { at, path, definedIn } = data;
  const own = definedIn === undefined ? {} : ({ severity: "warning", confidence: "medium" } as const);
  return { problem, at, subject: path, data, ...own };
}

function isOf<Sort extends SchemaProblem["problem"]>(
  found: SchemaProblem,
  sort: Sort,
): found is Extract<SchemaProblem, { readonly problem: Sort }> {
  return found.problem === sort;
}
