import { removeFromPart, setInPart, type Part, type ProposedFix } from "@plimsoll/core";
import { oneFix } from "../shared-objects/fixes.ts";
import { at, list } from "../shared-objects/values.ts";
import type { Grant } from "./grants.ts";

/** Takes the resources of a grant out of a rule, or the rule out of the role where it has no others. None for wildcards. */
export function removeGrant(part: Part, grant: Grant): readonly ProposedFix[] {
  const resources = list(at(part.value, "resources"));
  const verbs = list(at(part.value, "verbs"));
  if (resources.includes("*") || verbs.includes("*")) return [];
  const kept = resources.filter((name) => typeof name === "string" && !grant.resources.includes(name));
  if (kept.length === 0) return oneFix("Remove this rule of the role", "review", removeFromPart(part, ""));
  return oneFix(
    "Remove these resources from the rule",
    "review",
    setInPart(part, "resources", kept.map(String)),
  );
}
