import { commandsOf, packageSteps, type PackageStep } from "../shared-commands/commands.ts";
import { flagValue } from "../shared-commands/flags.ts";

const RPM = new Set(["yum", "dnf", "microdnf", "tdnf"]);

/** True where the RUN that installs a package takes it away again, so that no layer has it. */
export function isRemovedAgain(install: PackageStep, name: string): boolean {
  const { instruction, command } = install;
  const virtual = flagValue(install.command.effective.words, ["-t", "--virtual"])?.text;
  for (const step of packageSteps(instruction)) {
    if (step.action !== "remove" || !sameManager(step, install) || step.command.index < command.index)
      continue;
    for (const removed of step.packages) {
      // What a variable holds is not known; a step that removes it is taken to remove what was installed for the build.
      if (removed.word.literal === undefined || removed.name === name || removed.name === virtual)
        return true;
    }
  }
  // Marking everything as installed automatically makes the purge that follows take it away.
  return commandsOf(instruction).some(
    (one) => one.name === "apt-mark" && one.words[0]?.literal === "auto" && one.shell.index > command.index,
  );
}

function sameManager(a: PackageStep, b: PackageStep): boolean {
  return a.manager === b.manager || (RPM.has(a.manager) && RPM.has(b.manager));
}
