import type { ProposedFix, Resource, RuleContext } from "@plimsoll/core";
import { asScalar, getNode, replaceScalar } from "@plimsoll/syntax";
import { oneFix } from "../shared-objects/fixes.ts";
import { at } from "../shared-objects/values.ts";
import { lifecycleOf } from "./api-lifecycle.ts";

/** Writes the API version that takes the place of a deprecated one, where every field stays and the cluster serves it. */
export function replaceVersion(resource: Resource, context: RuleContext): readonly ProposedFix[] {
  const lifecycle = lifecycleOf(resource.apiVersion, resource.kind);
  const node = asScalar(getNode(resource.node, ["apiVersion"]));
  const { replacement, since = 0, sameFields } = lifecycle ?? {};
  if (
    node === undefined ||
    replacement === undefined ||
    sameFields !== true ||
    context.kubernetesMinor < since
  )
    return [];
  // Before apps/v1 the selector could be left out; where it is, a person must write it.
  if (replacement === "apps/v1" && at(resource.value, "spec", "selector") === undefined) return [];
  return oneFix(`Use ${replacement}`, "review", replaceScalar(resource.document.document, node, replacement));
}
