import { identifyPackage, type PackageIdentity, type PackageWords } from "./package-identity.ts";

/** Remembers identities while a report is read: a package with a hundred findings is taken apart once. */
export class PackageBook {
  readonly #known = new Map<string, Entry[]>();

  identify(words: PackageWords): PackageIdentity {
    const key = words.purl ?? words.name ?? "";
    let entries = this.#known.get(key);
    if (entries === undefined) {
      entries = [];
      this.#known.set(key, entries);
    }
    const known = entries.find((entry) => isSame(entry.words, words));
    if (known !== undefined) return known.identity;
    const identity = identifyPackage(words);
    // What is told in many ways is not worth remembering, and looking through all of them would take longer and longer.
    if (entries.length < MOST_WAYS) entries.push({ words, identity });
    return identity;
  }
}

interface Entry {
  readonly words: PackageWords;
  readonly identity: PackageIdentity;
}

const MOST_WAYS = 8;

function isSame(a: PackageWords, b: PackageWords): boolean {
  if (a.name !== b.name || a.version !== b.version || a.purl !== b.purl) return false;
  return a.type === b.type && a.distribution === b.distribution && a.sourceName === b.sourceName;
}
