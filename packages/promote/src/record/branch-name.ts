import { CodedError } from "@plimsoll/core";
import type { PromotedImage } from "../image.ts";

const MAXIMUM_ENVIRONMENT = 100;

/** Digits of the digest that a branch is named by. */
const SHORT = 12;

/** All branches of one image in one environment start so. @throws CodedError `promote/bad-environment` */
export function branchPrefix(environment: string, image: Pick<PromotedImage, "name">): string {
  const parts = [checkedEnvironment(environment), ...image.name.split("/")].map(refPart);
  return `plimsoll/${parts.join("/")}/`;
}

/**
 * The branch of a promotion: the same environment, image and digest always give the same name, and no others do.
 * @throws CodedError `promote/bad-environment`
 */
export function branchName(environment: string, image: Pick<PromotedImage, "name" | "digest">): string {
  return branchPrefix(environment, image) + shortDigest(image.digest);
}

/** Whether a branch is one of those of an image and an environment, and not of an image whose name goes on. */
export function isBranchOf(branch: string, prefix: string): boolean {
  return branch.startsWith(prefix) && /^[0-9a-f]{12}$/u.test(branch.slice(prefix.length));
}

/** The first digits of a digest, without its algorithm. */
export function shortDigest(digest: string): string {
  const start = digest.indexOf(":") + 1;
  return digest.slice(start, start + SHORT);
}

/**
 * Part of a ref's name. Letters, digits, `_`, `-` and single dots between them stay; everything else is written as `%` and
 * hexadecimal digits, so that git takes it and two names stay two.
 */
function refPart(text: string): string {
  const characters = Array.from(text);
  const part = characters
    .map((character, index) => {
      if (/^[A-Za-z0-9_]$/u.test(character)) return character;
      const isBetween = index > 0 && index < characters.length - 1;
      const isFree = character === "-" || (character === "." && characters[index - 1] !== ".");
      return isBetween && isFree ? character : escaped(character);
    })
    .join("");
  return part.endsWith(".lock") ? `${part.slice(0, -".lock".length)}%2elock` : part;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `%${code.toString(16).padStart(2, "0")}`;
}

function checkedEnvironment(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must be refused.
  if (name !== "" && name.length <= MAXIMUM_ENVIRONMENT && !/[\u0000-\u001f\u007f]/u.test(name)) return name;
  throw new CodedError({
    code: "promote/bad-environment",
    message: `${JSON.stringify(name.slice(0, 200))} is no name of an environment.`,
    nextStep: `Give a name of at most ${MAXIMUM_ENVIRONMENT} characters on one line, such as production.`,
  });
}
