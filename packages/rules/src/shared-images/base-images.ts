import {
  attached,
  externalImages,
  type Dockerfile,
  type ExternalImage,
  type ImageReference,
  type Span,
} from "@plimsoll/syntax";
import { readImage } from "./image-trust.ts";

/** An image from outside whose reference is known. */
export interface KnownImage {
  readonly use: ExternalImage;
  readonly reference: ImageReference;
  /** Where each part stands in the file; undefined for a part that comes out of a variable or is not there. */
  readonly name: Span | undefined;
  readonly tag: Span | undefined;
}

const MEMO = attached<Dockerfile, readonly KnownImage[]>();
const USES = attached<Dockerfile, readonly ExternalImage[]>();

/** Every image from outside that a file uses, known or not. */
export function imageUses(file: Dockerfile): readonly ExternalImage[] {
  let uses = USES.get(file);
  if (uses === undefined) USES.set(file, (uses = externalImages(file)));
  return uses;
}

/**
 * The images from outside whose references the analysis knows whole. The others, those with a variable without a value and
 * those that are no references, are for `dockerfile/base-image-resolvable` to report.
 */
export function knownImages(file: Dockerfile): readonly KnownImage[] {
  const known = MEMO.get(file);
  if (known !== undefined) return known;
  const images: KnownImage[] = [];
  for (const use of imageUses(file)) {
    if (use.reference.unresolved.length > 0 || use.reference.error !== undefined) continue;
    const reference = readImage(use.reference.text);
    if (reference === undefined) continue;
    images.push({ use, reference, ...writtenParts(use, file.text, reference) });
  }
  MEMO.set(file, images);
  return images;
}

/** The external images that stages start from. */
export function knownBases(file: Dockerfile): readonly KnownImage[] {
  return knownImages(file).filter(({ use }) => use.kind === "from");
}

function writtenParts(use: ExternalImage, text: string, reference: ImageReference) {
  const { spans } = reference;
  const at = use.start;
  // Only where the text stands in the file as it is do the spans within the reference mean places of the file.
  const literal = text.slice(use.start, use.end) === reference.text;
  if (!literal) return { name: undefined, tag: undefined };
  return {
    name: { start: at, end: at + spans.repository.end },
    tag: spans.tag === undefined ? undefined : { start: at + spans.tag.start, end: at + spans.tag.end },
  };
}

/** The image from outside that the resulting image is built on, where it is known. */
export function knownFinalBase(file: Dockerfile): KnownImage | undefined {
  return knownImages(file).find(({ use }) => use.kind === "from" && use.role === "final");
}
