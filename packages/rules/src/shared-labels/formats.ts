import { isSpdxExpression, SPDX_MISSPELLINGS } from "./spdx.ts";

export type FormatName = "url" | "rfc3339" | "spdx" | "hash" | "semver" | "email";

/** A form that the value of a label can be asked to have. */
export interface Format {
  /** As in "must be …". */
  readonly title: string;
  holds(text: string): boolean;
}

/** Longer values are in none of the forms. */
const MAX_LENGTH = 2048;

export const FORMATS: ReadonlyMap<FormatName, Format> = new Map<FormatName, Format>([
  ["url", { title: "a URL", holds: isUrl }],
  ["rfc3339", { title: "a time as in RFC 3339", holds: isRfc3339 }],
  [
    "spdx",
    {
      title: "an SPDX license expression",
      holds: (text) => text.length <= MAX_LENGTH && isSpdxExpression(text),
    },
  ],
  ["hash", { title: "a commit of git", holds: (text) => /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/.test(text) }],
  ["semver", { title: "a semantic version", holds: isSemver }],
  ["email", { title: "an e-mail address", holds: isEmail }],
]);

/** The value that was surely meant, where there is one right answer. */
export function correctedValue(format: FormatName, text: string): string | undefined {
  if (format === "spdx") return SPDX_MISSPELLINGS.get(text.toLowerCase());
  if (format === "semver" && /^v/i.test(text) && isSemver(text.slice(1))) return text.slice(1);
  if (format === "url" && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?$/i.test(text)) return `https://${text}`;
  return undefined;
}

function isUrl(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s/?#]+\S*$/.test(text);
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;

function isRfc3339(text: string): boolean {
  const match = TIME.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number);
  const lowest = [1, 0, 0, 0];
  // A minute may have a leap second.
  const highest = [daysOf(year, month), 23, 59, 60];
  return (
    month >= 1 &&
    month <= 12 &&
    rest.every((part, index) => part >= (lowest[index] ?? 0) && part <= (highest[index] ?? 0))
  );
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isSemver(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const [version, build] = split(text, "+");
  const [core, prerelease] = split(version, "-");
  const numbers = core.split(".");
  const before = prerelease?.split(".") ?? [];
  const dotted = [...before, ...(build?.split(".") ?? [])];
  return (
    numbers.length === 3 &&
    numbers.every((number) => /^(?:0|[1-9][0-9]*)$/.test(number)) &&
    dotted.every((part) => /^[0-9A-Za-z-]+$/.test(part)) &&
    !before.some((part) => /^0[0-9]+$/.test(part))
  );
}

function split(text: string, at: string): readonly [string, string | undefined] {
  const index = text.indexOf(at);
  return index === -1 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

function isEmail(text: string): boolean {
  const [name = "", host = "", ...rest] = text.split("@");
  if (rest.length > 0 || name === "" || text.length > 320 || /[\s<>,;]/.test(text)) return false;
  const labels = host.split(".");
  return labels.length > 1 && labels.every((label) => /^[A-Za-z0-9-]+$/.test(label));
}
