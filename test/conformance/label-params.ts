/** The value of a key in a label's parameters. */
export function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** The `key` of each element. */
export function keys(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((one) => text(at(one, "key"))) : [];
}

export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(text) : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/**
 * Patterns of ours for an image, or the start of one, that a tool allows: with the registry, without the tag, and `**` for what
 * may follow.
 */
export function trustedPatterns(allowed: string): readonly string[] {
  const path = withRegistry(allowed);
  if (path.endsWith("/*")) return [`${path.slice(0, -1)}**`];
  if (path.endsWith("/")) return [`${path}**`];
  const name = path.slice(path.lastIndexOf("/"));
  const tag = name.indexOf(":");
  return [tag < 0 ? path : path.slice(0, path.length - name.length + tag)];
}

/** Where no registry is written, Docker Hub is meant, and its `library` where no organization is. */
function withRegistry(name: string): string {
  const slash = name.indexOf("/");
  if (slash < 0) return `docker.io/library/${name}`;
  const first = name.slice(0, slash);
  return first.includes(".") || first.includes(":") || first === "localhost" ? name : `docker.io/${name}`;
}
