import { CodedError } from "@plimsoll/core";
import { parseImageReference } from "@plimsoll/syntax";
import type { Arguments } from "./option.ts";

/** A value that an option cannot have. */
export function badValue(option: string, value: string, allowed: string): CodedError {
  return new CodedError({
    code: "cli/bad-value",
    message: `--${option} cannot be ${JSON.stringify(value)}.`,
    nextStep: `It is ${allowed}.`,
  });
}

/** A whole number from 0 up to `maximum`, or undefined where the option is not given. @throws CodedError `cli/bad-value`. */
export function countOption(args: Arguments, name: string, maximum = 1_000_000_000): number | undefined {
  const value = args.valueOf(name);
  if (value === undefined) return undefined;
  const number = /^\d{1,10}$/u.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number) || number > maximum) {
    throw badValue(name, value, `a whole number from 0 to ${maximum}`);
  }
  return number;
}

/** The digest of an image, `sha256:` and 64 hexadecimal digits. @throws CodedError `cli/bad-value`. */
export function digestOption(args: Arguments, name: string): string | undefined {
  const value = args.valueOf(name);
  if (value === undefined) return undefined;
  const digest = value.slice(value.lastIndexOf("@") + 1);
  if (/^sha256:[0-9a-f]{64}$/u.test(digest)) return digest;
  throw badValue(name, value, "a digest, sha256: and 64 hexadecimal digits, or a reference that ends in one");
}

/** One of some words. @throws CodedError `cli/bad-value`. */
export function wordOption<Word extends string>(
  args: Arguments,
  name: string,
  words: readonly [Word, ...Word[]],
): Word | undefined {
  const value = args.valueOf(name);
  if (value === undefined) return undefined;
  const word = words.find((known) => known === value);
  if (word === undefined) throw badValue(name, value, words.join(", "));
  return word;
}

/** The value of an option that must be given. @throws CodedError `cli/missing-option`. */
export function requiredOption(args: Arguments, name: string): string {
  const value = args.valueOf(name);
  if (value !== undefined && value !== "") return value;
  throw new CodedError({
    code: "cli/missing-option",
    message: `--${name} is missing.`,
    nextStep: "Give it; the command's --help tells what it takes.",
  });
}

/** `--image` as a name and the digest of the image; a tag beside the digest is left out. @throws CodedError `cli/bad-value`, `cli/missing-option`. */
export function imageOption(args: Arguments): { readonly name: string; readonly digest: string } {
  const value = requiredOption(args, "image");
  const parsed = parseImageReference(value);
  const reference = parsed.ok ? parsed.reference : undefined;
  if (reference?.digest?.startsWith("sha256:") !== true) {
    throw badValue(
      "image",
      value,
      "a name and a digest, such as registry.example/app@sha256:… with 64 hexadecimal digits",
    );
  }
  return { name: value.slice(0, reference.spans.repository.end), digest: reference.digest };
}
