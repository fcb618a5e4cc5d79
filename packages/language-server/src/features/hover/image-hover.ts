import { hardenedName, imageName, trustOf } from "@plimsoll/rules";
import { ironBankMatchesFor, ironBankReference } from "@plimsoll/model/images";
import { parseImageReference, type ImageReference } from "@plimsoll/syntax";
import type { FeatureContext } from "../feature-context.ts";
import { blocks, code, list, plain } from "../words/markdown.ts";

const TRUST_WORDS = {
  trusted: "Trusted source by the configuration.",
  "approved-untrusted": "Approved source that is not trusted: each use needs an exception on record.",
  "not-approved": "Not an approved source by the configuration.",
} as const;

/** The parts of an image reference, whether its source is approved, and what Iron Bank has in its place. */
export function imageHover(text: string, context: FeatureContext): string {
  const result = parseImageReference(text);
  if (!result.ok) return `**Image** ${code(text)}: ${plain(result.problem.message)}.`;
  const { reference } = result;
  const { images } = context.configuration;
  return blocks([
    `**Image** ${code(text)}`,
    list(partLines(reference)),
    TRUST_WORDS[trustOf(reference, images)],
    counterpart(reference, context),
  ]);
}

function partLines(reference: ImageReference): readonly string[] {
  const { registry, repository, tag, digest, hasExplicitRegistry } = reference;
  return [
    `Registry ${code(registry)}${hasExplicitRegistry ? "" : " (the default: none is written)"}`,
    `Repository ${code(repository)}`,
    tag === undefined ? tagAbsent(digest) : `Tag ${code(tag)}`,
    digest === undefined ? "No digest: the tag can be moved to another image" : `Digest ${code(digest)}`,
  ];
}

function tagAbsent(digest: string | undefined): string {
  return digest === undefined ? "No tag: `latest` is taken" : "No tag: the digest decides";
}

function counterpart(reference: ImageReference, { configuration }: FeatureContext): string {
  const name = imageName(reference);
  const [match] = ironBankMatchesFor(name, reference.tag);
  if (match === undefined) return "";
  const { image, upstream } = match;
  const hardened = hardenedName(reference, configuration.images) ?? ironBankReference(image.path);
  const relation =
    upstream.relation === "same-software"
      ? "the same software"
      : "the nearest replacement, not the same software";
  return `**Iron Bank** has ${code(hardened)}: ${relation}. User, paths and tags can differ. Whether it is there today was not asked.`;
}
