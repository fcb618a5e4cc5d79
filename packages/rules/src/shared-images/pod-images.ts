import { partsOf, podsOf, type Part, type Resource } from "@plimsoll/core";
import {
  asScalar,
  asSequence,
  attached,
  getNode,
  parseImageReference,
  scalarText,
  type ImageReference,
  type ImageReferenceResult,
  type Span,
  type YamlScalar,
} from "@plimsoll/syntax";
import { imageFields } from "./custom-resource-images.ts";

/** An image that a pod runs or mounts, or that a custom resource names, as it is written. */
export interface PodImage {
  /** Who uses it, for messages: `Container "web"`, `Volume "data"` or `spec.steps[name=build].image`. */
  readonly user: string;
  readonly text: string;
  readonly node: YamlScalar;
  readonly result: ImageReferenceResult;
  /** Names of lists and their elements down to the image: the same wherever it moves. */
  readonly subject: string;
}

/** Istio puts the image of its gateway in the place of this word. */
const INJECTED = "auto";

/**
 * The images that an object names: those of its pods' containers and image volumes, and the fields of custom resources that
 * are known to name images. Left out are those without a text, and the word that Istio replaces: neither names an image.
 */
export function imagesOf(resource: Resource): readonly PodImage[] {
  let images = known.get(resource);
  if (images === undefined) {
    images = findImages(resource);
    known.set(resource, images);
  }
  return images;
}

const known = attached<Resource, readonly PodImage[]>();

function findImages(resource: Resource): readonly PodImage[] {
  const pods = podsOf(resource);
  if (pods.length === 0) {
    return imageFields(resource).flatMap(({ node, path }) => makeImage(node, path, path));
  }
  return [
    ...partsOf(resource, "containers", pods).flatMap(imageOfContainer),
    ...partsOf(resource, "pods", pods).flatMap(imagesOfVolumes),
  ];
}

/**
 * The reference of an image, or undefined where the text is none. A malformed digest is left out: it says nothing about where
 * the image comes from.
 */
export function referenceOf({ text, result }: PodImage): ImageReference | undefined {
  if (result.ok) return result.reference;
  if (!result.problem.fault.startsWith("digest-")) return undefined;
  const named = parseImageReference(text.slice(0, text.indexOf("@")));
  return named.ok ? named.reference : undefined;
}

/** The place of a part of the reference: exact where the scalar is written as its text, else the whole scalar. */
export function placeInImage({ node, text }: PodImage, span: Span | undefined, source: string): Span {
  if (span === undefined) return node;
  const quote = node.style === "single" || node.style === "double" ? 1 : 0;
  const start = node.start + quote;
  if (source.slice(start, start + text.length) !== text) return node;
  return { start: start + span.start, end: start + span.end };
}

function imageOfContainer(part: Part): readonly PodImage[] {
  const name = scalarText(getNode(part.node, ["name"])) ?? "";
  const node = asScalar(getNode(part.node, ["image"]));
  return makeImage(node, `Container "${name}"`, `${part.containerType ?? ""}/${name}`);
}

function imagesOfVolumes(part: Part): readonly PodImage[] {
  const volumes = asSequence(getNode(part.node, ["volumes"]))?.items ?? [];
  return volumes.flatMap((volume) => {
    const name = scalarText(getNode(volume, ["name"])) ?? "";
    return makeImage(
      asScalar(getNode(volume, ["image", "reference"])),
      `Volume "${name}"`,
      `volumes/${name}`,
    );
  });
}

function makeImage(node: YamlScalar | undefined, user: string, subject: string): readonly PodImage[] {
  const text = scalarText(node)?.trim() ?? "";
  if (node === undefined || text === "" || text === INJECTED) return [];
  return [{ user, text, node, result: parseImageReference(text), subject }];
}
