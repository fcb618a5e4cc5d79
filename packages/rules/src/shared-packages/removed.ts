import type { Instruction } from "@plimsoll/syntax";
import { commandsOf, packageSteps, type PackageStep } from "../shared-commands/commands.ts";
import { flagValue } from "../shared-commands/flags.ts";

const RPM = new Set(["yum", "dnf", "microdnf", "tdnf"]);

/** The steps of a RUN that take packages away, and the last command that marks all as not asked for; looked up once a RUN. */
export interface Removals {
  readonly steps: readonly PackageStep[];
  readonly markedAt: number;
}

export function removalsOf(run: Instruction): Removals {
  const steps = packageSteps(run).filter(({ action }) => action === "remove");
  // Marking everything as installed automatically makes the purge that follows take it away.
  const mark = commandsOf(run).findLast(
    ({ name, words }) => name === "apt-mark" && words[0]?.literal === "auto",
  );
  return { steps, markedAt: mark?.shell.index ?? -1 };
}

/** What the RUN that installs packages takes away again, so that no layer has it: names, or everything. */
export function removedAgain(install: PackageStep, removals: Removals): ReadonlySet<string> | "everything" {
  const { command } = install;
  if (removals.markedAt > command.index) return "everything";
  const names = new Set<string>();
  for (const step of removals.steps.slice(0, MAXIMUM_STEPS)) {
    if (!sameManager(step, install) || step.command.index < command.index) continue;
    for (const { name, word } of step.packages) {
      // What a variable holds is not known; a step that removes it is taken to remove what was installed for the build.
      if (word.literal === undefined) return "everything";
      names.add(name);
    }
  }
  const virtual =
    names.size === 0 ? undefined : flagValue(command.effective.words, ["-t", "--virtual"])?.text;
  return virtual !== undefined && names.has(virtual) ? "everything" : names;
}

const MAXIMUM_STEPS = 100;

function sameManager(a: PackageStep, b: PackageStep): boolean {
  return a.manager === b.manager || (RPM.has(a.manager) && RPM.has(b.manager));
}
