import { defineRule, type DocumentRule, type Problem, type RuleContext } from "@plimsoll/core";
import { toValue, type PlacedDocument } from "@plimsoll/syntax";
import { at, list, text } from "../../shared-objects/values.ts";
import { documentFlaw, type DocumentFlaw } from "../../shared-gitops/document-flaw.ts";
import { environmentOf } from "../../shared-gitops/environment.ts";
import { KUSTOMIZATIONS } from "../../shared-gitops/remote-bases.ts";
import { isTemplated } from "../../shared-gitops/versions.ts";

export const rule: DocumentRule<DocumentFlaw> = defineRule<DocumentFlaw>({
  id: "gitops/overlay-images-by-digest",
  title: "Overlays of staging and production choose images by digest",
  severity: "error",
  confidence: "high",
  surface: "gitops",
  catalogue: ["GO008"],
  aliases: [],
  since: "0.2.0",
  fileNames: KUSTOMIZATIONS,
  checkDocument,
  message: ({ data: { value, detail } }) =>
    `Image "${detail}" is chosen by tag "${value}": state the digest that was tested.`,
});

/** Environments before staging may choose by tag; where the path names none, the finding weighs less. */
function* checkDocument(
  { document: { root } }: PlacedDocument,
  { path }: RuleContext,
): Iterable<Problem<DocumentFlaw>> {
  const environment = environmentOf(path);
  if (root === undefined || environment === "development" || environment === "test") return;
  const severity = environment === undefined ? "warning" : undefined;
  for (const [index, image] of list(at(toValue(root, "kubernetes"), "images")).entries()) {
    const tag = text(at(image, "newTag"));
    if (tag === undefined || isTemplated(tag) || tag.includes("@sha256:")) continue;
    if (text(at(image, "digest")) !== undefined) continue;
    const detail = text(at(image, "newName")) ?? text(at(image, "name")) ?? "";
    yield documentFlaw(root, "tag", ["images", index, "newTag"], { value: tag, detail, severity });
  }
}
