import type { ImagePolicy, ProposedFix } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";
import type { KnownImage } from "./base-images.ts";
import { hardenedName } from "./image-trust.ts";

/**
 * Puts the Iron Bank image in the place of one that is not approved, where the model knows one for it. The tag is kept, a
 * digest goes, since it names the old image. For review: user, shell, paths and tags can differ.
 */
export function hardenedFix(image: KnownImage, policy: ImagePolicy): readonly ProposedFix[] {
  const { name, use, reference } = image;
  const replacement = name === undefined ? undefined : hardenedName(reference, policy);
  if (name === undefined || replacement === undefined) return [];
  const tag = reference.tag === undefined ? "" : `:${reference.tag}`;
  return [
    {
      title: `Use ${replacement} from Iron Bank (see which tags it has, and what user and paths differ)`,
      safety: "review",
      edits: [replaceSpan(use, replacement + tag)],
    },
  ];
}
