import { setInPart, type Part, type ProposedFix } from "@plimsoll/core";
import { getNode, scalarText } from "@plimsoll/syntax";
import { oneFix } from "../shared-objects/fixes.ts";

/** Where Kubernetes kept its images before `registry.k8s.io`. */
const FROZEN: readonly string[] = ["k8s.gcr.io/", "gcr.io/google_containers/", "gcr.io/google-containers/"];

/** Names the image of a container in the registry that the Kubernetes project keeps today. */
export function moveImage(part: Part): readonly ProposedFix[] {
  const image = scalarText(getNode(part.node, ["image"])) ?? "";
  const old = FROZEN.find((prefix) => image.startsWith(prefix));
  if (old === undefined) return [];
  const moved = `registry.k8s.io/${image.slice(old.length)}`;
  return oneFix(`Use ${moved}`, "review", setInPart(part, "image", moved));
}
