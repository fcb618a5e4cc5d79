import { shellOf, type PackageArgument, type ShellWord } from "@plimsoll/syntax";
import type { PackageStep } from "../shared-commands/commands.ts";
import { findSwitch } from "../shared-commands/flags.ts";

const MOVING = new Set(["latest", "next", "upgrade", "master", "main"]);
const RPM_MANAGERS: ReadonlySet<string> = new Set(["dnf", "yum", "microdnf", "tdnf"]);

function isUnpinned(step: PackageStep, { name, version, word, isLocation }: PackageArgument): boolean {
  if (isLocation) return isOpenRepository(step.manager, name);
  // Groups and module streams of Red Hat are not packages; a stream names its version.
  if (name === "" || isGroup(step, name)) return false;
  if (name.includes(":") && step.command.effective.words.some(({ literal }) => literal === "module"))
    return false;
  if (version !== undefined && !isOthersVersion(step, word)) return MOVING.has(version);
  // `$PACKAGES` may name versions; `openNamesOf` looks where the script itself says what it holds.
  return word.literal !== undefined || !word.value.startsWith("$");
}

/** True for a repository of a version control system whose URL names no commit, tag or branch. */
function isOpenRepository(manager: string, url: string): boolean {
  const scheme = url.indexOf("://");
  if (scheme === -1 || !/^(?:git|hg|svn|bzr)(?:\+|:)/.test(url)) return false;
  // npm names the revision behind `#`, pip behind `@` in the path.
  const rest = url.slice(scheme + 3);
  if (manager !== "pip") return !rest.includes("#");
  const path = rest.slice(rest.indexOf("/") + 1);
  return !(path.split("#")[0] ?? "").includes("@");
}

/** True for a group of packages of Red Hat, which has no version. */
function isGroup({ manager, subcommand, command }: PackageStep, name: string): boolean {
  if (!RPM_MANAGERS.has(manager)) return false;
  const { words } = command.effective;
  return (
    name.startsWith("@") ||
    subcommand?.value === "groupinstall" ||
    words[words.findIndex((word) => word === subcommand) - 1]?.value === "group"
  );
}

/** Managers whose packages name a version behind one of these characters. */
const VERSION_MARKS: ReadonlyMap<string, RegExp> = new Map([
  ["apt", /=/],
  ["apk", /[=<>~]/],
]);

/** The packages without a version in a list that the same script wrote into a variable: `deps='a b'; apt-get install $deps`. */
function listedNames({ instruction, manager }: PackageStep, { word }: PackageArgument): readonly string[] {
  const mark = VERSION_MARKS.get(manager);
  const name = /^"?\$(?:\{(\w+)\}|(\w+))"?$/
    .exec(word.raw)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (mark === undefined || name === undefined) return [];
  const script = shellOf(instruction);
  const values =
    script.kind !== "script"
      ? []
      : script.commands
          .filter(({ start }) => start < word.start)
          .flatMap(({ assignments }) => assignments.filter((one) => one.name === name));
  // What else the script adds to it is not guessed.
  const [value] = values;
  if (values.length !== 1 || value?.value?.literal === undefined) return [];
  const names = value.value.literal.split(/\s+/);
  return names.filter((one) => one !== "" && !one.startsWith("-") && !mark.test(one));
}

/** The packages that an install command names without a version. */
export function openNamesOf(step: PackageStep): readonly string[] {
  if (isConstrained(step)) return [];
  return step.packages.flatMap((one) =>
    isUnpinned(step, one) ? [one.name] : one.version === undefined ? listedNames(step, one) : [],
  );
}

/** `gem install a -v 1 b`: the version belongs to the gem before it, though gem itself refuses such a command. */
function isOthersVersion({ manager, packages, command }: PackageStep, word: ShellWord): boolean {
  if (manager !== "gem" || packages.length < 2) return false;
  const { words } = command.effective;
  const option = words.findIndex(({ value }) => value === "-v" || value === "--version");
  return option > 0 && words[option - 1] !== word && !word.value.includes(":");
}

/** A list of constraints, or of hashes, pins what the command names. */
function isConstrained({ manager, command }: PackageStep): boolean {
  const long = ["-c", "--constraint", "--require-hashes"];
  if (manager !== "pip") return false;
  const { words } = command.effective;
  return (
    findSwitch(words, { long }) !== undefined || words.some(({ value }) => value.startsWith("--constraint="))
  );
}
