import { ConfigurationError, type ConfigurationProblem, parseWaivers, type Waiver } from "@plimsoll/core";
import type { Workspace } from "./open-workspace.ts";
import { rebaseWaiver } from "./rebase.ts";

/**
 * Reads the waiver files that the configuration names.
 * @throws ConfigurationError with every problem of every file: a waiver that cannot be read is never taken as one that holds.
 */
export function loadWaivers({
  configuration,
  read,
}: Pick<Workspace, "configuration" | "read">): readonly Waiver[] {
  const waivers: Waiver[] = [];
  const problems: ConfigurationProblem[] = [];
  for (const file of configuration.waiverFiles) {
    const parsed = parseWaivers(file, read(file) ?? "");
    waivers.push(...parsed.waivers.map(rebaseWaiver));
    problems.push(...parsed.problems);
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return waivers;
}
