import { defineRule, type ResourceRule } from "@plimsoll/core";
import { placeInImage, imagesOf, type PodImage } from "../../shared-images/pod-images.ts";

/** An algorithm that is not known may still be one that the registry knows, so it is not called malformed. */
const MALFORMED: ReadonlySet<string> = new Set(["digest-length", "digest-characters", "digest-form"]);

/** Checks that look at the digest's form too; the others are content with any text behind the @. */
const FORM_TOO = ["kubescape:C-0306"];

export const rule: ResourceRule<PodImage> = defineRule({
  id: "kubernetes/image-pinned-by-digest",
  title: "Images are pinned by digest",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM003"],
  aliases: [...FORM_TOO, "checkov:CKV_K8S_43", "kics:image_without_digest"],
  narrows: true,
  since: "0.1.0",
  *check(resource) {
    const source = resource.document.document.text;
    for (const image of imagesOf(resource)) {
      const { result, subject } = image;
      if (result.ok) {
        if (result.reference.digest !== undefined) continue;
        yield { problem: "unpinned", at: image.node, subject, data: image };
      } else if (MALFORMED.has(result.problem.fault)) {
        const at = placeInImage(image, result.problem, source);
        yield { problem: "malformedDigest", at, subject, severity: "error", aliases: FORM_TOO, data: image };
      }
    }
  },
  message({ problem, data: { user, text, result } }) {
    if (problem === "unpinned")
      return `${user} does not pin ${text} by digest: the tag can be moved to another image.`;
    return `${user} has a malformed digest: ${result.ok ? "" : result.problem.message}.`;
  },
});
