import { digestFault, parseImageReference } from "@plimsoll/syntax";

const MARK = "@sha256:";
const HEX_DIGITS = 64;
/** Longest reference that is read back from its digest. */
const MAXIMUM_REFERENCE = 512;
/** References with digest that are remembered of one file. */
const MAXIMUM_OF_FILE = 1000;

/** A digest that the workspace itself names for an image with a tag, and where. */
export interface KnownDigest {
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** The digests that the files of a workspace name for images with a tag. Nothing is asked of a registry, nothing is made up. */
export class DigestLock {
  readonly #byFile = new Map<string, ReadonlyMap<string, KnownDigest>>();

  /** Reads a file, or reads it again. */
  set(path: string, text: string): void {
    const found = digestsOf(path, text);
    if (found.size === 0) this.#byFile.delete(path);
    else this.#byFile.set(path, found);
  }

  delete(path: string): void {
    this.#byFile.delete(path);
  }

  /** The digests that are named for a reference with a tag and without a digest, each once, in the order of the paths. */
  find(reference: string): readonly KnownDigest[] {
    const name = nameOf(reference);
    if (name === undefined) return [];
    const found = new Map<string, KnownDigest>();
    for (const path of [...this.#byFile.keys()].sort()) {
      const known = this.#byFile.get(path)?.get(name);
      if (known !== undefined && !found.has(known.digest)) found.set(known.digest, known);
    }
    return [...found.values()];
  }
}

/** The digests of a file by `registry/repository:tag`. Of two for one name the first stands. */
function digestsOf(path: string, text: string): ReadonlyMap<string, KnownDigest> {
  const found = new Map<string, KnownDigest>();
  let line = 1;
  let counted = 0;
  let at = text.indexOf(MARK);
  while (at >= 0 && found.size < MAXIMUM_OF_FILE) {
    const digest = text.slice(at + 1, at + MARK.length + HEX_DIGITS);
    const name = nameOf(text.slice(startOfReference(text, at), at));
    if (name !== undefined && digestFault(digest) === undefined && !isHexAt(text, at + 1 + digest.length)) {
      for (; counted < at; counted += 1) if (text.charCodeAt(counted) === 10) line += 1;
      if (!found.has(name)) found.set(name, { digest, path, line });
    }
    at = text.indexOf(MARK, at + MARK.length);
  }
  return found;
}

/** `registry/repository:tag`; undefined for a text that is no reference with a tag, or that has a digest. */
function nameOf(reference: string): string | undefined {
  const result = parseImageReference(reference);
  if (!result.ok) return undefined;
  const { registry, repository, tag, digest } = result.reference;
  return tag === undefined || digest !== undefined ? undefined : `${registry}/${repository}:${tag}`;
}

function startOfReference(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < MAXIMUM_REFERENCE && isReferencePart(text.charCodeAt(start - 1)))
    start -= 1;
  return start;
}

function isReferencePart(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x2d ||
    unit === 0x2e ||
    unit === 0x2f ||
    unit === 0x3a ||
    unit === 0x5f
  );
}

function isHexAt(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x66);
}
