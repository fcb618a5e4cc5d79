/** Whether a text is filled in later: by a template, by a variable, or as a placeholder in capitals such as `IMAGE_TAG`. */
export function isTemplated(text: string): boolean {
  return text.includes("{{") || text.includes("${") || (text.includes("_") && /^[A-Z_]+$/.test(text));
}

/** Whether a version is exactly one: three numbers, with what may follow behind `-` and `+`. */
export function isExactVersion(text: string): boolean {
  const [core = ""] = text.replace(/^v/, "").split(/[-+]/, 1);
  const parts = core.split(".");
  return parts.length === 3 && parts.every((part) => /^\d+$/.test(part));
}

const SHORTEST_COMMIT = 7;
const LONGEST_COMMIT = 64;

/** Whether a text is the hash of a commit, whole or shortened. */
export function isCommit(text: string): boolean {
  return text.length >= SHORTEST_COMMIT && text.length <= LONGEST_COMMIT && /^[0-9a-f]+$/.test(text);
}

/** Names of branches that repositories release nothing from. */
const BRANCHES: ReadonlySet<string> = new Set([
  "head",
  "main",
  "master",
  "develop",
  "development",
  "trunk",
  "latest",
  "staging",
  "production",
]);

/**
 * Whether a revision of git moves: by the names that branches have, and where it holds no number, since tags of releases do.
 * Ranges of tags (`v1.*`) are chosen by version, and count as fixed.
 */
export function isMovingRevision(text: string): boolean {
  const name = text.toLowerCase();
  if (name.startsWith("refs/tags/") || isCommit(name)) return false;
  if (BRANCHES.has(name) || name.startsWith("refs/heads/")) return true;
  return !/\d/.test(name);
}
