/** Folders that the system itself lives in, without a slash at their end. Folders below them are not among them. */
const SYSTEM_FOLDERS: ReadonlySet<string> = new Set([
  "/",
  "/bin",
  "/boot",
  "/dev",
  "/etc",
  "/lib",
  "/lib32",
  "/lib64",
  "/proc",
  "/root",
  "/run",
  "/sbin",
  "/sys",
  "/usr",
  "/usr/bin",
  "/usr/lib",
  "/usr/lib64",
  "/usr/sbin",
  "/var",
  "/var/run",
]);

/** Folders of the kernel: everything below them is its own, too. */
const KERNEL_FOLDERS: readonly string[] = ["/dev/", "/proc/", "/sys/"];

/** True where a path is a folder of the system or lies in one of the kernel. `/dev/shm` is memory that programs share. */
export function isSystemFolder(path: string): boolean {
  const clean = cleanPath(path);
  if (clean === "/dev/shm") return false;
  return SYSTEM_FOLDERS.has(clean) || KERNEL_FOLDERS.some((folder) => clean.startsWith(folder));
}

/** An absolute path without empty parts, `.` and `..`; a relative one as it is. */
export function cleanPath(path: string): string {
  if (!path.startsWith("/")) return path;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** True for a path that counts from the root of a file system, of Windows included. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:(?:[/\\]|$))/.test(path);
}
