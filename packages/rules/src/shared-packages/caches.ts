import { environmentAt, mountsOf, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { commandsOf, packageSteps, type Command, type PackageStep } from "../shared-commands/commands.ts";
import { findSwitch } from "../shared-commands/flags.ts";

/** How a package manager leaves nothing behind. */
export interface CacheHabit {
  readonly managers: readonly string[];
  /** Switches of an install with which it keeps nothing. */
  readonly switches: readonly string[];
  /** Folders; removing one, or mounting over it, does as well. */
  readonly folders: readonly string[];
  /** A variable that does as well, unless its value says no. */
  readonly variable?: string;
  /** What an install, or for apt the update before it, leaves. */
  readonly leaves: string;
  /** The switch to add, or the command to run after it. */
  readonly remedy: { readonly flag: string } | { readonly command: string };
}

const RPM_FOLDERS = [
  "/var/cache/yum",
  "/var/cache/dnf",
  "/var/cache/libdnf5",
  "/var/cache/tdnf",
  "/var/cache/microdnf",
];

export const CACHE_HABITS: readonly CacheHabit[] = [
  {
    managers: ["apt"],
    switches: [],
    folders: ["/var/lib/apt/lists", "/var/lib/apt"],
    leaves: "the lists of packages",
    remedy: { command: "rm -rf /var/lib/apt/lists/*" },
  },
  {
    managers: ["apk"],
    switches: ["--no-cache", "--no-network"],
    folders: ["/var/cache/apk", "/etc/apk/cache"],
    leaves: "its index",
    remedy: { flag: "--no-cache" },
  },
  ...["yum", "dnf", "microdnf", "tdnf"].map((manager): CacheHabit => ({
    managers: [manager],
    switches: [],
    folders: RPM_FOLDERS,
    leaves: "its cache",
    remedy: { command: `${manager} clean all` },
  })),
  {
    managers: ["zypper"],
    switches: [],
    folders: ["/var/cache/zypp"],
    leaves: "its cache",
    remedy: { command: "zypper clean" },
  },
  {
    managers: ["pip"],
    switches: ["--no-cache-dir", "--no-cache"],
    folders: ["/root/.cache", "~/.cache", "/.cache"],
    variable: "PIP_NO_CACHE_DIR",
    leaves: "what it downloaded",
    remedy: { flag: "--no-cache-dir" },
  },
  {
    managers: ["yarn"],
    switches: [],
    folders: ["/usr/local/share/.cache", "/.cache/yarn", "/root/.yarn"],
    leaves: "what it downloaded",
    remedy: { command: "yarn cache clean" },
  },
];

const RPM = new Set(["yum", "dnf", "microdnf", "tdnf"]);

/** The step of a RUN that leaves a cache in the layer, or undefined where none does. */
export function leavesCache(file: Dockerfile, run: Instruction, habit: CacheHabit): PackageStep | undefined {
  const steps = packageSteps(run).filter(({ manager }) => habit.managers.includes(manager));
  const filling = steps.filter((step) => fills(step, habit));
  const [first] = filling;
  if (first === undefined) return undefined;
  const isClean = mountsOver(run, habit) || cleansLater(run, first, habit) || isSwitchedOff(file, run, habit);
  return isClean ? undefined : first;
}

/** apt keeps the lists that an update fetched; the others keep what they fetch when they install. */
function fills(step: PackageStep, habit: CacheHabit): boolean {
  const { action, command, manager } = step;
  if (manager === "apt") return action === "update";
  if (
    action !== "install" &&
    !(RPM.has(manager) && action === "upgrade") &&
    !(manager === "zypper" && action === "upgrade")
  )
    return false;
  return findSwitch(command.effective.words, { long: habit.switches }) === undefined;
}

function mountsOver(run: Instruction, { folders }: CacheHabit): boolean {
  return mountsOf(run).some(({ type, options }) => {
    if (type !== "cache" && type !== "tmpfs") return false;
    const target = options.find(({ key }) => key === "target")?.value ?? "";
    return folders.some(
      (folder) => folder.startsWith(target.replace(/\/$/, "")) || target.includes(folder.replace(/^~/, "")),
    );
  });
}

function cleansLater(run: Instruction, first: PackageStep, habit: CacheHabit): boolean {
  const cleaned = packageSteps(run).some(
    ({ action, manager, command, subcommand }) =>
      action === "clean" &&
      command.index > first.command.index &&
      (manager === first.manager || (RPM.has(manager) && RPM.has(first.manager))) &&
      // `apt-get clean` takes the archives, not the lists.
      (manager !== "apt" || subcommand?.value === "distclean" || subcommand?.value === "dist-clean"),
  );
  return cleaned || removesFolder(run, first, habit);
}

/** `rm -rf /var/cache/apk/*`, also from inside a folder above it. */
function removesFolder(run: Instruction, first: PackageStep, { folders }: CacheHabit): boolean {
  let at = "";
  for (const command of commandsOf(run)) {
    if (command.name === "cd") at = command.words[0]?.literal ?? "";
    if (!removes(command) || command.shell.index < first.command.index) continue;
    const folder = at;
    if (command.words.some(({ value }) => covers(absolute(value, folder), folders))) return true;
  }
  return false;
}

function removes({ name, words }: Command): boolean {
  return (
    name === "rm" ||
    (name === "find" && words.some(({ literal }) => literal === "-delete" || literal === "rm"))
  );
}

function absolute(path: string, folder: string): string {
  return /^[/~$]/.test(path) ? path : `${folder}/${path}`;
}

/** True where a path lies in one of the folders, or one of them in it. */
function covers(path: string, folders: readonly string[]): boolean {
  const above = `${path.replace(/\/\*?$/, "")}/`;
  return folders.some((folder) => path.includes(folder) || folder.startsWith(above));
}

function isSwitchedOff(file: Dockerfile, run: Instruction, { variable }: CacheHabit): boolean {
  if (variable === undefined) return false;
  const value = environmentAt(file, run)(variable);
  if (value.kind === "value") return !/^(0|false|no|off|)$/i.test(value.text);
  return commandsOf(run).some(({ shell }) => shell.assignments.some(({ name }) => name === variable));
}
