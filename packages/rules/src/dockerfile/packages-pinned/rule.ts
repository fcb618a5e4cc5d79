import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { shellOf, type PackageArgument, type ShellWord, type Span } from "@plimsoll/syntax";
import { packageSteps, runsOf, type PackageStep } from "../../shared-commands/commands.ts";
import { findSwitch } from "../../shared-commands/flags.ts";
import { aliasesOfManager } from "../../shared-packages/aliases.ts";

interface Data {
  readonly manager: string;
  readonly names: readonly string[];
}

const MOVING = new Set(["latest", "next", "upgrade", "master", "main"]);
const SHOWN = 3;

function isUnpinned(step: PackageStep, { name, version, word, isLocation }: PackageArgument): boolean {
  if (isLocation || name === "") return false;
  // Groups and module streams of Red Hat are not packages; a stream names its version.
  if (name.startsWith("@") && (step.manager === "dnf" || step.manager === "yum")) return false;
  if (name.includes(":") && step.command.effective.words.some(({ literal }) => literal === "module"))
    return false;
  if (version !== undefined && !isOthersVersion(step, word)) return MOVING.has(version);
  // `$PACKAGES` may name versions; `openNamesOf` looks where the script itself says what it holds.
  return word.literal !== undefined || !word.value.startsWith("$");
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

/** The packages of a step that have no version. */
function openNamesOf(step: PackageStep): readonly string[] {
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

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/packages-pinned",
  title: "Installed packages have a version",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF022"],
  aliases: [
    "hadolint:DL3008",
    "hadolint:DL3013",
    "hadolint:DL3016",
    "hadolint:DL3018",
    "hadolint:DL3028",
    "hadolint:DL3033",
    "hadolint:DL3037",
    "hadolint:DL3041",
    "hadolint:DL3062",
    "kics:apt_get_install_pin_version_not_defined",
    "kics:unpinned_package_version_in_apk_add",
    "kics:unpinned_package_version_in_pip_install",
    "kics:gem_install_without_version",
    "kics:missing_version_specification_in_dnf_install",
    "kics:npm_install_without_pinned_version",
    "kics:yum_install_without_version",
    "kics:zypper_install_without_version",
  ],
  since: "0.1.0",
  *check(file) {
    for (const run of runsOf(file, "all")) {
      for (const step of packageSteps(run)) {
        if (step.action !== "install" || isConstrained(step)) continue;
        const names = openNamesOf(step);
        if (names.length === 0) continue;
        const at: Span = step.subcommand ?? step.command;
        const aliases = aliasesOfManager(rule.aliases, step.manager, "pinned");
        yield {
          problem: "unpinned",
          at,
          subject: names.join(" "),
          aliases,
          data: { manager: step.manager, names },
        };
      }
    }
  },
  message({ data: { manager, names } }) {
    const shown = names.slice(0, SHOWN).map((name) => `"${name}"`);
    const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
    const verb = names.length === 1 ? "has" : "have";
    return `${shown.join(", ")}${more} ${verb} no version, so ${manager} takes whatever is current.`;
  },
});
