import type { Instruction, Span } from "@plimsoll/syntax";
import { commandsOf, packageSteps, type Command, type PackageStep } from "../shared-commands/commands.ts";

/** A command that refreshes the index of packages, or installs by it. */
export interface IndexUse {
  readonly manager: string;
  readonly kind: "update" | "upgrade" | "install";
  readonly at: Span;
  /** Number of the command in its script. */
  readonly index: number;
}

const DISTRIBUTION = new Set(["apt", "apk", "yum", "dnf", "microdnf", "tdnf", "zypper"]);
const RPM = new Set(["yum", "dnf", "microdnf", "tdnf"]);

/** What a RUN does with the indexes of its distribution's package managers, in order. */
export function indexUses(run: Instruction): readonly IndexUse[] {
  const uses: IndexUse[] = [];
  for (const step of packageSteps(run)) {
    const kind = DISTRIBUTION.has(step.manager) ? kindOf(step) : undefined;
    const at = step.subcommand ?? step.command;
    if (kind !== undefined) uses.push({ manager: step.manager, kind, at, index: step.command.index });
  }
  for (const command of commandsOf(run)) {
    const use = command.name === "pacman" ? pacmanUse(command) : undefined;
    if (use !== undefined) uses.push(use);
  }
  return uses.sort((a, b) => a.index - b.index);
}

function kindOf({ action, manager, packages, subcommand }: PackageStep): IndexUse["kind"] | undefined {
  if (action === "install" || action === "update") return action;
  if (action !== "upgrade") return undefined;
  // People write `yum update` for a fresh index, though it upgrades what is installed.
  if (RPM.has(manager) && subcommand?.value === "update" && packages.length === 0) return "update";
  return "upgrade";
}

function pacmanUse({ words, nameWord, shell }: Command): IndexUse | undefined {
  const operation = words.find(({ value }) => /^-[A-Za-z]*S/.test(value));
  if (operation === undefined || nameWord === undefined) return undefined;
  const packages = words.some(({ value }) => !value.startsWith("-"));
  const kind = packages ? "install" : "update";
  return { manager: "pacman", kind, at: kind === "update" ? operation : nameWord, index: shell.index };
}
