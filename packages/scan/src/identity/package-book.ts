import { identifyPackage, type PackageIdentity, type PackageWords } from "./package-identity.ts";

/** Remembers identities while a report is read: a package with a hundred findings is taken apart once. */
export class PackageBook {
  readonly #known = new Map<string, PackageIdentity>();

  identify(words: PackageWords): PackageIdentity {
    const { purl, name, version, type, distribution, sourceName } = words;
    const key = `${purl ?? ""}\u0000${name ?? ""}\u0000${version ?? ""}\u0000${type ?? ""}\u0000${distribution ?? ""}\u0000${sourceName ?? ""}`;
    let identity = this.#known.get(key);
    if (identity === undefined) {
      identity = identifyPackage(words);
      this.#known.set(key, identity);
    }
    return identity;
  }
}
