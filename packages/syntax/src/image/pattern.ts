import { DEFAULT_REGISTRY, type ImageReference, looksLikeRegistry } from "./reference.ts";

const MAX_PATTERN = 1024;

/**
 * True where an image matches a pattern. `*` stands for any characters within one part of the path, `**` as a whole part
 * for any number of parts, also none; a pattern that ends in `/` matches everything below. A pattern may end in `:tag` and
 * `@digest`, with `*` in them; without them every tag and digest matches. A pattern without a registry means docker.io.
 */
export function matchesImagePattern(reference: ImageReference, pattern: string): boolean {
  if (pattern === "" || pattern.length > MAX_PATTERN) return false;
  const { name, tag, digest } = splitPattern(pattern);
  if (tag !== undefined && !matchesText(reference.tag ?? "", tag)) return false;
  if (digest !== undefined && !matchesText(reference.digest ?? "", digest)) return false;
  return matchesParts([reference.registry, ...reference.repository.split("/")], partsOf(name));
}

function splitPattern(pattern: string): {
  name: string;
  tag: string | undefined;
  digest: string | undefined;
} {
  const at = pattern.indexOf("@");
  const rest = at === -1 ? pattern : pattern.slice(0, at);
  const digest = at === -1 ? undefined : pattern.slice(at + 1);
  const slash = rest.lastIndexOf("/");
  const colon = rest.indexOf(":", slash + 1);
  // A colon in a pattern without a slash is a port only where no tag could follow, so it is read as a tag.
  if (colon === -1) return { name: rest, tag: undefined, digest };
  return { name: rest.slice(0, colon), tag: rest.slice(colon + 1), digest };
}

function partsOf(name: string): readonly string[] {
  const parts = (name.endsWith("/") ? `${name}**` : name).split("/");
  const first = parts[0] ?? "";
  if (looksLikeRegistry(first) || first.includes("*")) return parts;
  return parts.length === 1 ? [DEFAULT_REGISTRY, "library", first] : [DEFAULT_REGISTRY, ...parts];
}

/** Matches part by part. On a mismatch only the last `**` is widened, so the cost is at most the product of the two lengths. */
function matchesParts(parts: readonly string[], patterns: readonly string[]): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (at < parts.length) {
    const pattern = patterns[from];
    if (pattern === "**") {
      star = from;
      resume = at;
      from += 1;
    } else if (pattern !== undefined && matchesText(parts[at] ?? "", pattern)) {
      at += 1;
      from += 1;
    } else if (star !== -1) {
      resume += 1;
      at = resume;
      from = star + 1;
    } else return false;
  }
  while (patterns[from] === "**") from += 1;
  return from === patterns.length;
}

/** Matches a text against a pattern with `*`, in at most the product of the two lengths. */
function matchesText(text: string, pattern: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    const wanted = pattern[from];
    if (wanted === "*") {
      star = from;
      resume = at;
      from += 1;
    } else if (wanted === text[at]) {
      at += 1;
      from += 1;
    } else if (star !== -1) {
      resume += 1;
      at = resume;
      from = star + 1;
    } else return false;
  }
  while (pattern[from] === "*") from += 1;
  return from === pattern.length;
}
