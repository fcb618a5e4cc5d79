import { sha512 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

const PREFIX = "sha512-";
const DIGEST_CHARACTERS = 88;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * The integrity of a file's content as `sha512-<base64>`, the form that npm lock files use. The text must be the file's
 * bytes read as UTF-8, with its byte-order mark where it has one; a file that is not UTF-8 never matches.
 */
export function integrityOf(text: string): string {
  return PREFIX + base64(sha512(utf8ToBytes(text)));
}

/** Whether a text has the form of an integrity: `sha512-` and the base64 of 64 bytes. */
export function isIntegrity(text: string): boolean {
  const digest = text.slice(PREFIX.length);
  return (
    text.startsWith(PREFIX) && digest.length === DIGEST_CHARACTERS && /^[A-Za-z0-9+/]{86}==$/.test(digest)
  );
}

function base64(bytes: Uint8Array): string {
  let result = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index;
    const bits = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    result += (ALPHABET[bits >> 18] ?? "") + (ALPHABET[(bits >> 12) & 63] ?? "");
    result += left > 1 ? (ALPHABET[(bits >> 6) & 63] ?? "") : "=";
    result += left > 2 ? (ALPHABET[bits & 63] ?? "") : "=";
  }
  return result;
}
