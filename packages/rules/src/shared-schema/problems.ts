import type { Problem, Resource, RuleContext, SchemaProblem } from "@plimsoll/core";

/**
 * The schema problems of one sort as problems of a rule. What a CustomResourceDefinition of the workspace says is less certain than
 * what Kubernetes itself says: the cluster may have another version of it.
 */
export function* schemaProblems<Sort extends SchemaProblem["problem"]>(
  sort: Sort,
  resource: Resource,
  context: RuleContext,
): Iterable<Problem<Extract<SchemaProblem, { readonly problem: Sort }>>> {
  for (const found of context.schemas.problemsOf(resource)) {
    if (!isOf(found, sort)) continue;
    yield {
      problem: sort,
      at: found.at,
      subject: found.path,
      data: found,
      ...(found.definedIn === undefined ? {} : { severity: "warning", confidence: "medium" }),
    };
  }
}

function isOf<Sort extends SchemaProblem["problem"]>(
  found: SchemaProblem,
  sort: Sort,
): found is Extract<SchemaProblem, { readonly problem: Sort }> {
  return found.problem === sort;
}
