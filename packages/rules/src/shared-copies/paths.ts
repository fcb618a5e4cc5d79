const SLASH = 47;

/** A path without the slashes at its end. A loop, since a pattern for it would look at a long run of slashes again and again. */
export function withoutTrailingSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === SLASH) end -= 1;
  return path.slice(0, end);
}

/** The last part of a path, or of the path of a URL. */
export function baseName(path: string): string {
  const query = path.search(/[?#]/);
  const clean = withoutTrailingSlashes(query === -1 ? path : path.slice(0, query));
  return clean.slice(clean.lastIndexOf("/") + 1);
}
