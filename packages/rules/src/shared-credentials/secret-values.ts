import { namesPassword } from "./secret-names.ts";

/** Longest text that is searched. */
const MAXIMUM_TEXT = 64 * 1024;
const DIGITS = "0123456789";
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const WORD = `${UPPER}abcdefghijklmnopqrstuvwxyz${DIGITS}_`;

interface TokenForm {
  readonly prefix: string;
  readonly characters: string;
  readonly atLeast: number;
  readonly what: string;
}

/** Credentials whose issuers gave them a form that nothing else has. */
const TOKENS: readonly TokenForm[] = [
  { prefix: "AKIA", characters: UPPER + DIGITS, atLeast: 16, what: "an AWS access key" },
  { prefix: "ghp_", characters: WORD, atLeast: 36, what: "a GitHub token" },
  { prefix: "github_pat_", characters: WORD, atLeast: 40, what: "a GitHub token" },
  { prefix: "glpat-", characters: `${WORD}-`, atLeast: 20, what: "a GitLab token" },
  { prefix: "xoxb-", characters: `${WORD}-`, atLeast: 20, what: "a Slack token" },
  { prefix: "sk_live_", characters: WORD, atLeast: 16, what: "a Stripe key" },
  { prefix: "AIza", characters: `${WORD}-`, atLeast: 35, what: "a Google API key" },
];

/** What kind of credential a text holds by its own form, in words for a person; undefined where none is known. */
export function knownCredential(text: string): string | undefined {
  if (text.length > MAXIMUM_TEXT) return undefined;
  if (holdsPrivateKey(text)) return "a private key";
  if (isAuthorization(text)) return "the credential of an Authorization header";
  if (holdsWebToken(text)) return "a JSON web token";
  return (
    TOKENS.find((form) => holdsToken(text, form))?.what ??
    (holdsUrlPassword(text) ? "a password in a URL" : undefined)
  );
}

/** `-----BEGIN … PRIVATE KEY-----`; some write fewer dashes. */
function holdsPrivateKey(text: string): boolean {
  const begin = "---BEGIN ";
  for (let start = text.indexOf(begin); start >= 0; start = text.indexOf(begin, start + begin.length)) {
    if (text.slice(start, start + 60).includes("PRIVATE KEY---")) return true;
  }
  return false;
}

/** Schemes of the header whose parameter is the credential itself. */
const SCHEMES: readonly string[] = ["bearer", "basic"];
const LEAST_OF_HEADER = 8;

/** The whole text is `Bearer …` or `Basic …` with one word that is written out and is not a word of a language. */
function isAuthorization(text: string): boolean {
  const words = text.trim().split(" ", 3);
  const [scheme = "", parameter = ""] = words;
  if (words.length !== 2 || !SCHEMES.includes(scheme.toLowerCase()) || isPlaceholder(parameter)) return false;
  return parameter.length >= LEAST_OF_HEADER && /[0-9]/.test(parameter);
}

/** What `{"` is in base64, with which the two JSON parts of a web token start. */
const JSON_START = "eyJ";
const LEAST_OF_PART = 10;

/** `header.claims.signature`, each in base64 for URLs. */
function holdsWebToken(text: string): boolean {
  let start = text.indexOf(JSON_START);
  while (start >= 0) {
    const end = endOfRun(text, start);
    const [header = "", claims = "", signature = ""] = text.slice(start, end).split(".");
    const isLong = [header, claims, signature].every((part) => part.length >= LEAST_OF_PART);
    if (isLong && claims.startsWith(JSON_START)) return true;
    start = text.indexOf(JSON_START, end);
  }
  return false;
}

/** The end of the letters, digits, dashes, underscores and dots from a place on. */
function endOfRun(text: string, start: number): number {
  const characters = `${WORD}-.`;
  let end = start;
  while (end < text.length && characters.includes(text.charAt(end))) end += 1;
  return end;
}

function holdsToken(text: string, { prefix, characters, atLeast }: TokenForm): boolean {
  for (let start = text.indexOf(prefix); start >= 0; start = text.indexOf(prefix, start + prefix.length)) {
    let end = start + prefix.length;
    while (end < text.length && characters.includes(text.charAt(end))) end += 1;
    if (end - start - prefix.length >= atLeast && !WORD.includes(text.charAt(start - 1) || " ")) return true;
  }
  return false;
}

/** `scheme://user:password@host` with a password that is written out. */
function holdsUrlPassword(text: string): boolean {
  for (let scheme = text.indexOf("://"); scheme >= 0; scheme = text.indexOf("://", scheme + 3)) {
    let end = scheme + 3;
    while (end < text.length && !"/?# \t\n\"'".includes(text.charAt(end))) end += 1;
    const authority = text.slice(scheme + 3, end);
    const host = authority.lastIndexOf("@");
    const colon = authority.indexOf(":");
    if (host > 0 && colon > 0 && colon < host - 1 && !isPlaceholder(authority.slice(colon + 1, host)))
      return true;
  }
  return false;
}

/** What a reference to a value, or a path to it, starts with. */
const REFERENCES: readonly string[] = ["%(", "/", "./", "file:", "ENC[", "vault:", "ref+"];

/** Whether a text stands for a value that comes from elsewhere, or is none: empty, a variable, a path, a switch. */
export function isPlaceholder(value: string): boolean {
  const trimmed = value.trim();
  if (["", "true", "false", "null"].includes(trimmed)) return true;
  if (/^(?:CHANGE_?ME|REPLACE_?ME|TODO)/i.test(trimmed) && trimmed.toUpperCase() === trimmed) return true;
  if (/^\$[({\w]/.test(trimmed) || trimmed.includes("{{")) return true;
  if (trimmed.startsWith("<") && trimmed.endsWith(">")) return true;
  return REFERENCES.some((start) => trimmed.startsWith(start));
}

/** Whether the value of a name that means a credential is one that is written out. */
export function isWrittenOut(name: string, value: string): boolean {
  if (isPlaceholder(value)) return false;
  return namesPassword(name) || !/^\d{1,6}$/.test(value.trim());
}

const BASE64 = `${UPPER}abcdefghijklmnopqrstuvwxyz${DIGITS}+/`;

/** The text that base64 stands for, one code unit a byte; undefined where the value is not base64 or too long. */
export function decodeBase64(value: string): string | undefined {
  const compact = value.replace(/\s+/g, "").replace(/={1,2}$/, "");
  if (compact.length > MAXIMUM_TEXT) return undefined;
  let decoded = "";
  let bits = 0;
  let count = 0;
  for (const character of compact) {
    const digit = BASE64.indexOf(character);
    if (digit < 0) return undefined;
    bits = ((bits << 6) | digit) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    decoded += String.fromCharCode((bits >> count) & 0xff);
  }
  return decoded;
}
