import { setInPart, type CelCheck, type Part, type ProposedFix } from "@plimsoll/core";
import { getNode, scalarText } from "@plimsoll/syntax";
import { oneFix } from "../shared-objects/fixes.ts";
import { NOT_EPHEMERAL } from "./conditions.ts";

/**
 * A container that limits a resource and does not request it. Kubernetes then requests as much as the limit, so nothing is wrong;
 * but the scheduler keeps all of it free, which few mean and no reader sees.
 */
export function requestFromLimit(resource: string, word: string): CelCheck {
  return {
    each: "containers",
    when: `${NOT_EPHEMERAL} && "${resource}" in container.?resources.?limits.orValue({})`,
    require: `"${resource}" in container.?resources.?requests.orValue({})`,
    problem: "takenFromLimit",
    severity: "info",
    at: [`resources.requests["${resource}"]`],
    message: `Container "{name}" requests no ${word}, so Kubernetes requests as much as the limit.`,
    fix: (part) => writeRequest(part, resource),
  };
}

/** What Kubernetes does anyway, written out. */
function writeRequest(part: Part, resource: string): readonly ProposedFix[] {
  const limit = getNode(part.node, ["resources", "limits", resource]);
  const amount = scalarText(limit);
  if (amount === undefined || amount === "") return [];
  const edits = setInPart(part, `resources.requests["${resource}"]`, amount);
  return oneFix("Request as much as the limit", "safe", edits);
}
