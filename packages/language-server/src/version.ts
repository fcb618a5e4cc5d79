/** Version of the package; the bundle's build puts it in. */
declare const PLIMSOLL_VERSION: string | undefined;

/** Semantic version of this server; `0.0.0-source` where it runs from source. */
export const VERSION: string = typeof PLIMSOLL_VERSION === "string" ? PLIMSOLL_VERSION : "0.0.0-source";
