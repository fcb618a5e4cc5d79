/** Folders of a node that belong to its system; what is below them counts too. */
export const SYSTEM_FOLDERS: readonly string[] = [
  "/bin",
  "/boot",
  "/dev",
  "/etc",
  "/home",
  "/lib",
  "/lib64",
  "/proc",
  "/root",
  "/run",
  "/sbin",
  "/sys",
  "/usr",
  "/var",
];

const path = 'item.?hostPath.?path.orValue("")';

/** CEL on a volume `item`: its path of the node is one of `folders`, or below one. */
export function isBelow(folders: string): string {
  return `${folders}.exists(folder, ${path} == folder || ${path}.startsWith(folder.endsWith("/") ? folder : folder + "/"))`;
}

/** CEL on a volume `item`: it belongs to the node's system, or is all of the node. */
export const IS_SYSTEM_FOLDER: string = `${path} == "/" || ${isBelow(JSON.stringify(SYSTEM_FOLDERS))}`;

/** Volumes of a pod up to which their mounts are looked at, so that the time stays in proportion to the file. */
const MOST_VOLUMES = 64;

/** CEL on a volume `item`: every mount of it is for reading only. */
export const MOUNTED_READ_ONLY: string = [
  `podSpec.?volumes.orValue([]).size() <= ${MOST_VOLUMES}`,
  ...["containers", "initContainers", "ephemeralContainers"].map(
    (list) =>
      `podSpec.?${list}.orValue([]).all(c, c.?volumeMounts.orValue([]).all(m, ` +
      `m.?name.orValue("") != item.?name.orValue("") || m.?readOnly.orValue(false) == true))`,
  ),
].join(" && ");
