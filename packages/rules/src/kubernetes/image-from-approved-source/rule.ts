import {
  defineRule,
  type Problem,
  type ProposedFix,
  type Resource,
  type ResourceRule,
  type RuleContext,
} from "@plimsoll/core";
import { replaceScalar } from "@plimsoll/syntax";
import { hardenedName, imageName, trustProblem } from "../../shared-images/image-trust.ts";
import { imagesOf, referenceOf, type PodImage } from "../../shared-images/pod-images.ts";

export const rule: ResourceRule<PodImage> = defineRule({
  id: "kubernetes/image-from-approved-source",
  title: "Images come from an approved source",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM001"],
  aliases: [
    "trivy:KSV-0032",
    "trivy:KSV-0033",
    "trivy:KSV-0034",
    "trivy:KSV-0035",
    "trivy:KSV-0125",
    "kubescape:C-0001",
    "kubescape:C-0078",
  ],
  since: "0.1.0",
  *check(resource, context) {
    for (const image of imagesOf(resource)) {
      const problem = judge(image, context);
      if (problem !== undefined) yield { ...problem, at: image.node, subject: image.subject, data: image };
    }
  },
  message({ problem, data }) {
    const { user, text } = data;
    const reference = referenceOf(data);
    if (reference === undefined)
      return `${user} has the image "${text}", which is no reference, so where it comes from is not known.`;
    const name = imageName(reference);
    if (problem === "untrusted")
      return `${user} uses ${name}, which is approved but not trusted: it needs an exception record.`;
    return `${user} uses ${name}, which is from no approved source.`;
  },
  fix: useHardened,
});

function judge(
  image: PodImage,
  { images }: RuleContext,
): Pick<Problem, "problem" | "severity" | "confidence"> | undefined {
  const reference = referenceOf(image);
  if (reference === undefined) return { problem: "unreadable", severity: "warning", confidence: "low" };
  return trustProblem(reference, images);
}

/** The digest goes, since it names the old image; the tag stays, although Iron Bank may not have it. */
function useHardened(
  { data }: Problem<PodImage>,
  resource: Resource,
  { images }: RuleContext,
): readonly ProposedFix[] {
  const reference = referenceOf(data);
  const name = reference === undefined ? undefined : hardenedName(reference, images);
  if (reference === undefined || name === undefined) return [];
  const text = reference.tag === undefined ? name : `${name}:${reference.tag}`;
  const title = `Use ${name} from Iron Bank (see which tags it has, and what user and paths differ)`;
  return [{ title, safety: "review", edits: replaceScalar(resource.document.document, data.node, text) }];
}
