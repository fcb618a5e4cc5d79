import { defineRule, type ResourceRule } from "@plimsoll/core";
import type { ImageReference } from "@plimsoll/syntax";
import { placeInImage, imagesOf, type PodImage } from "../../shared-images/pod-images.ts";

export const rule: ResourceRule<PodImage> = defineRule({
  id: "kubernetes/image-tag-stated",
  title: "Images state a tag that does not move",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM002"],
  aliases: [
    "trivy:KSV-0013",
    "checkov:CKV_K8S_14",
    "kube-linter:latest-tag",
    "kube-score:container-image-tag",
    "polaris:tagNotSpecified",
    "kics:invalid_image",
  ],
  since: "0.1.0",
  options: {
    mutableTags: {
      description: "Tags that are known to move from image to image.",
      schema: { type: "array", items: { type: "string", minLength: 1, maxLength: 128 }, uniqueItems: true },
      default: ["latest", "stable", "main", "master", "edge", "nightly"],
    },
  },
  *check(resource, { options }) {
    const mutable = new Set(Array.isArray(options["mutableTags"]) ? options["mutableTags"] : []);
    for (const image of imagesOf(resource)) {
      if (!image.result.ok || image.result.reference.digest !== undefined) continue;
      const { tag, spans } = image.result.reference;
      if (tag !== undefined && !mutable.has(tag)) continue;
      const at = placeInImage(image, spans.tag, resource.document.document.text);
      yield {
        problem: tag === undefined ? "untagged" : "mutableTag",
        at,
        subject: image.subject,
        data: image,
      };
    }
  },
  message({ problem, data: { user, text, result } }) {
    if (problem === "untagged") return `${user} uses ${text} without a tag, which means latest.`;
    const reference: ImageReference | undefined = result.ok ? result.reference : undefined;
    return `${user} uses the tag ${reference?.tag ?? ""}, which moves from image to image.`;
  },
});
