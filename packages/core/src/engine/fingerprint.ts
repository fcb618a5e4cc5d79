import { utf8ToBytes } from "@noble/hashes/utils.js";
import { sha256Half } from "./sha256.ts";

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

/** Bytes that the padding of a digest may take. */
const PADDING = 72;
const BUFFER = 4096;

/** Shared by all texts that are short, as nearly all are: a digest is done before the next begins. */
const buffer = new Uint8Array(BUFFER + PADDING);

/** Gives out fingerprints for the findings of one file; equal keys are told apart by their order. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** 32 hexadecimal digits: the first half of the SHA-256 of the key's parts in UTF-8, joined by NUL. */
  next({ ruleId, problem, file, resource, subject }: FindingKey): string {
    const text = `${ruleId}\u0000${problem}\u0000${file}\u0000${resource}\u0000${subject}`;
    const first = digest(text);
    const count = this.#seen.get(first) ?? 0;
    this.#seen.set(first, count + 1);
    return count === 0 ? first : digest(`${text}\u0000${count}`);
  }
}

function digest(text: string): string {
  const { length } = text;
  if (length > BUFFER) return digestBytes(utf8ToBytes(text));
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return digestBytes(utf8ToBytes(text));
    buffer[index] = code;
  }
  return sha256Half(buffer, length);
}

function digestBytes(bytes: Uint8Array): string {
  const padded = new Uint8Array(bytes.length + PADDING);
  padded.set(bytes);
  return sha256Half(padded, bytes.length);
}
