import { shellOf } from "@plimsoll/syntax";
import type { PackageStep } from "../shared-commands/commands.ts";

const RPM = new Set(["yum", "dnf", "microdnf", "tdnf"]);
const ACTIONS = new Set(["install", "upgrade", "remove"]);
/** Options with which nothing is changed, so nothing is asked. */
const DRY = new Set([
  "--dry-run",
  "--simulate",
  "-s",
  "--just-print",
  "--recon",
  "--no-act",
  "--print-uris",
  "--assumeno",
  "--help",
  "--version",
  "-h",
]);

/** True where a command of a distribution's package manager asks whether it shall go on. */
export function asksBack(step: PackageStep): boolean {
  const { manager, action, flags, options } = step;
  if (!ACTIONS.has(action) || flags.some(({ value }) => DRY.has(value))) return false;
  // Among dynamic words there may be one that answers.
  if (step.command.effective.words.some(({ value }) => value.startsWith("$"))) return false;
  const values = flags.map(({ value }) => value);
  if (manager === "apt") return !answersApt(values, options) && !isFed(step);
  if (RPM.has(manager))
    return (
      !values.some(
        (value) => hasLetter(value, "y") || value === "--assumeyes" || value.startsWith("--setopt=assumeyes"),
      ) && !isFed(step)
    );
  if (manager !== "zypper") return false;
  return (
    !values.some((value) => hasLetter(value, "y") || hasLetter(value, "n") || ZYPPER.has(value)) &&
    !isFed(step)
  );
}

const ZYPPER = new Set([
  "--non-interactive",
  "--no-confirm",
  "--non-interactive-include-reboot-patches",
  "--quiet-install",
]);

function answersApt(flags: readonly string[], options: PackageStep["options"]): boolean {
  let quiet = 0;
  for (const flag of flags) {
    if (flag === "--yes" || flag === "--assume-yes" || flag === "--force-yes" || hasLetter(flag, "y"))
      return true;
    if (/^(?:-q|--quiet)=[2-9]$/.test(flag)) return true;
    quiet += flag === "--quiet" ? 1 : countLetter(flag, "q");
  }
  // Two times quiet means yes.
  if (quiet > 1) return true;
  return options.some(({ value }) => /^APT::Get::Assume-Yes=["']?(?:true|1|yes)/i.test(value));
}

function hasLetter(flag: string, letter: string): boolean {
  return countLetter(flag, letter) > 0;
}

function countLetter(flag: string, letter: string): number {
  if (!/^-[A-Za-z]+$/.test(flag)) return 0;
  return flag.split(letter).length - 1;
}

/** True where `yes |` or a redirection answers. */
function isFed({ command, instruction }: PackageStep): boolean {
  if (command.redirects.some(({ operator }) => operator.startsWith("<"))) return true;
  const { pipeline } = command;
  if (pipeline === undefined || pipeline.index === 0) return false;
  const script = shellOf(instruction);
  if (script.kind !== "script") return false;
  const first = script.commands.find(
    (one) => one.pipeline?.id === pipeline.id && one.pipeline.index === pipeline.index - 1,
  );
  return (
    first?.effective.name === "yes" || first?.effective.name === "echo" || first?.effective.name === "printf"
  );
}
