import type { CommandLineSettings } from "@plimsoll/core";
import { ruleHeaders } from "@plimsoll/rules/lazy";
import { openWorkspace, type Workspace } from "@plimsoll/workspace";
import type { Arguments } from "../arguments/option.ts";
import { printable } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Opens the workspace that a command line is about, and prints what its configuration has to say. */
export async function openFor(
  args: Arguments,
  terminal: Terminal,
  paths: readonly string[],
): Promise<Workspace> {
  const profile = args.valueOf("profile");
  const kubernetesVersion = args.valueOf("kubernetes-version");
  const overrides: CommandLineSettings = {
    ...(profile === undefined ? {} : { profile }),
    ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }),
  };
  const workspace = await openWorkspace({
    cwd: terminal.cwd,
    paths,
    config: args.valueOf("config"),
    overrides,
    ruleSet: ruleHeaders,
  });
  for (const { file, message } of workspace.notes)
    terminal.printError(`plimsoll: note: ${printable(`${file}: ${message}`)}\n`);
  return workspace;
}
