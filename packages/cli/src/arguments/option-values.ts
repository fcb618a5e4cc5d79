import { CodedError } from "@plimsoll/core";
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
