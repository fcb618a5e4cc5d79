import { setInPart, type Part, type ProposedFix } from "@plimsoll/core";
import { oneFix } from "../shared-objects/fixes.ts";
import { textMap } from "../shared-objects/selectors.ts";
import { at } from "../shared-objects/values.ts";

/** Spreads pods over zones where it can, by their own labels. None where they have no labels. */
export function spreadOverZones(part: Part): readonly ProposedFix[] {
  const matchLabels = { ...textMap(at(part.resource.value, "spec", "template", "metadata", "labels")) };
  if (Object.keys(matchLabels).length === 0) return [];
  const constraint = {
    maxSkew: 1,
    topologyKey: "topology.kubernetes.io/zone",
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels },
  };
  return oneFix(
    "Spread the pods over zones",
    "review",
    setInPart(part, "topologySpreadConstraints", [constraint]),
  );
}
