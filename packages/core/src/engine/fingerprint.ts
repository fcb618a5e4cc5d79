import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Bytes of a fingerprint: half of the digest. */
const LENGTH = 16;

/** Shared by all texts that are short and ASCII, as nearly all are; hashing copies what it is given. */
const buffer = new Uint8Array(4096);

/** What makes two findings the same finding, whatever line they stand on. */
export interface FindingKey {
  readonly ruleId: string;
  readonly problem: string;
  readonly file: string;
  /** The object's kind, namespace and name, or empty. */
  readonly resource: string;
  /** The place in the tree or the text of the place. */
  readonly subject: string;
}

/** Gives out fingerprints for the findings of one file; equal keys are told apart by their order. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** 32 hexadecimal digits. */
  next(key: FindingKey): string {
    const text = [key.ruleId, key.problem, key.file, key.resource, key.subject].join("\u0000");
    const count = this.#seen.get(text) ?? 0;
    this.#seen.set(text, count + 1);
    const whole = count === 0 ? text : `${text}\u0000${count}`;
    return bytesToHex(sha256(bytesOf(whole)).subarray(0, LENGTH));
  }
}

/** The text in UTF-8. */
function bytesOf(text: string): Uint8Array {
  if (text.length > buffer.length) return utf8ToBytes(text);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return utf8ToBytes(text);
    buffer[index] = code;
  }
  return buffer.subarray(0, text.length);
}
