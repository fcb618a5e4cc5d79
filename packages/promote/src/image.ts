import { CodedError } from "@plimsoll/core";
import { digestFault, parseImageReference, type ImageReference } from "@plimsoll/syntax";

/** The image that is promoted. */
export interface PromotedImage {
  /** Registry and repository, such as `registry.example/team/app`; no tag, no digest. */
  readonly name: string;
  /** `sha256:…`. */
  readonly digest: string;
  /** The tag to write where one stands; where it is left out, tags stay as they are. */
  readonly tag?: string;
  /** Other names under which files may know the image: a mirror, or the placeholder of a Kustomize base. */
  readonly otherNames?: readonly string[];
}

/** Says whether text names the promoted image. */
export interface ImageNames {
  readonly matches: (reference: ImageReference) => boolean;
  /** The same for a name without tag and digest. */
  readonly matchesName: (name: string) => boolean;
  /** Whether the names occur in a text at all, in whatever place. */
  readonly mentionedIn: (text: string) => boolean;
}

/**
 * The names of an image, each checked.
 * @throws CodedError `promote/bad-image`
 */
export function namesOf(image: PromotedImage): ImageNames {
  if (digestFault(image.digest) !== undefined) throw badImage(image.digest, "is no digest");
  const tagged = image.tag === undefined ? undefined : parseImageReference(`image:${image.tag}`);
  if (tagged?.ok === false) throw badImage(image.tag ?? "", tagged.problem.message);
  const references = [image.name, ...(image.otherNames ?? [])].map(nameOf);
  const known = new Set(references.map(fullName));
  const words = [...new Set(references.map(({ spans, text }) => text.slice(spans.repository.start)))];
  const matches = (reference: ImageReference): boolean => known.has(fullName(reference));
  return {
    matches,
    matchesName: (name) => {
      const result = parseImageReference(name);
      if (!result.ok || result.reference.tag !== undefined || result.reference.digest !== undefined)
        return false;
      return matches(result.reference);
    },
    mentionedIn: (text) => words.some((word) => text.includes(word)),
  };
}

function nameOf(name: string): ImageReference {
  const result = parseImageReference(name);
  if (!result.ok) throw badImage(name, result.problem.message);
  const { reference } = result;
  if (reference.tag === undefined && reference.digest === undefined) return reference;
  throw badImage(name, "a name has neither tag nor digest");
}

function fullName({ registry, repository }: ImageReference): string {
  return `${registry}/${repository}`;
}

function badImage(text: string, cause: string): CodedError {
  return new CodedError({
    code: "promote/bad-image",
    message: `${JSON.stringify(text.slice(0, 300))} cannot be promoted: ${cause}.`,
    nextStep: "Give a name such as registry.example/team/app and the digest sha256:… that was judged.",
  });
}
