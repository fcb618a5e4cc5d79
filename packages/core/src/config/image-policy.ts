/** Where a reference may come from: `trusted` needs nothing more, `approved-untrusted` an exception record, `not-approved` is a finding. */
export type ImageTrust = "trusted" | "approved-untrusted" | "not-approved";

/** A prefix of upstream references that the factory's own registry mirrors. */
export interface ImageMirror {
  /** Prefix of the upstream reference, such as `registry1.dso.mil/ironbank/`. */
  readonly from: string;
  /** Prefix that replaces it, such as `harbor.factory.mil/ironbank/`. */
  readonly to: string;
}

/** The `images` part of the configuration, resolved. Patterns are globs over the normalized reference without tag and digest. */
export interface ImagePolicy {
  readonly trusted: readonly string[];
  readonly approvedUntrusted: readonly string[];
  readonly mirrors: readonly ImageMirror[];
  /** Host and path prefix of the factory's own registry, where it has one. */
  readonly registry: string | undefined;
  /** Glob that tags of released images match. */
  readonly releaseTag: string | undefined;
}
