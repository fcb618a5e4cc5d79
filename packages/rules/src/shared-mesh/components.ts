import { podsOf, type Resource } from "@plimsoll/core";
import { asSequence, getNode, scalarText } from "@plimsoll/syntax";
import { podMetadataEntries } from "./pod-metadata.ts";

/** Last parts of the names of images that a mesh's components run from. */
const IMAGES: ReadonlySet<string> = new Set([
  "pilot",
  "proxyv2",
  "ztunnel",
  "install-cni",
  "istiod",
  "istio-proxy",
  "istio-cni",
]);

/** The last part of the name of an image, such as `pilot` of `docker.io/istio/pilot:1.27.0`. */
export function lastName(image: string): string {
  const [path = ""] = image.split("@", 1);
  const [name = ""] = path.slice(path.lastIndexOf("/") + 1).split(":", 1);
  return name;
}

/** Whether an image is one of a mesh's own. */
export function isMeshImage(image: string): boolean {
  return IMAGES.has(lastName(image));
}

/** Whether a workload is the mesh itself: a gateway, the control plane, a proxy of the node. */
export function isMeshComponent(resource: Resource): boolean {
  const isGateway = podMetadataEntries(resource).some(
    ({ key, value }) =>
      (key === "inject.istio.io/templates" && value === "gateway") ||
      (key === "istio" && value.endsWith("gateway")) ||
      (key === "app" && value === "istiod"),
  );
  if (isGateway) return true;
  return podsOf(resource).some(({ spec }) => {
    const [first] = asSequence(getNode(spec, ["containers"]))?.items ?? [];
    const image = scalarText(getNode(first, ["image"]));
    return image !== undefined && isMeshImage(image);
  });
}
