/**
 * The path that `reference` means when it is written in the file `from`: relative to that file's folder, with `/`, without
 * `.` and `..` segments. Undefined for an absolute path, an address, or one that leaves the workspace: a configuration must
 * mean the same on every machine and must not read what lies outside of it.
 */
export function resolvePath(from: string, reference: string): string | undefined {
  const clean = reference.replaceAll("\\", "/");
  if (clean.startsWith("/") || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(clean) || clean.includes("\u0000"))
    return undefined;
  return joinPath(folderOf(from), clean);
}

/** Joins a folder and a relative path; undefined where `..` climbs above the folder's start. */
export function joinPath(folder: string, path: string): string | undefined {
  const absolute = folder.startsWith("/");
  const segments: string[] = [];
  for (const segment of `${folder}/${path}`.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return (absolute ? "/" : "") + segments.join("/");
}

/** The folder of a file, without a `/` at the end; empty for the workspace's root. */
export function folderOf(file: string): string {
  const clean = file.replaceAll("\\", "/");
  const slash = clean.lastIndexOf("/");
  if (slash === 0) return "/";
  return slash < 0 ? "" : clean.slice(0, slash);
}

/** The folder and all above it, nearest first, down to the workspace's root. */
export function foldersUpwards(folder: string): readonly string[] {
  const found = [folder];
  let current = folder;
  while (current !== "" && current !== "/") {
    current = folderOf(current);
    found.push(current);
  }
  return found;
}
