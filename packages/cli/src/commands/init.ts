import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { CodedError, DEFAULT_PROFILE } from "@plimsoll/core";
import { ruleHeaders as ruleSet } from "@plimsoll/rules/lazy";
import { CONFIGURATION_NAMES, findRepositoryRoot, realPath, writeFilesAtomically } from "@plimsoll/workspace";
import type { Arguments } from "../arguments/option.ts";
import { starterConfiguration } from "../init/starter-configuration.ts";
import { survey, type Survey } from "../init/survey.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `plimsoll init`: writes a first configuration from what it finds. Never over an existing one. */
export async function init(args: Arguments, terminal: Terminal): Promise<number> {
  const given = args.operands[0];
  const folder =
    given === undefined
      ? (findRepositoryRoot(realpathSync(terminal.cwd)) ?? terminal.cwd)
      : resolve(terminal.cwd, given);
  const root = realPath(folder);
  if (root === undefined) {
    throw new CodedError({
      code: "path/not-found",
      message: `There is no folder ${JSON.stringify(folder)}.`,
      nextStep: "Check the spelling.",
    });
  }
  const present = CONFIGURATION_NAMES.find((name) => existsSync(join(root, name)));
  if (present !== undefined) {
    throw new CodedError({
      code: "init/exists",
      message: `${join(root, present)} is there already, and it is kept.`,
      nextStep: "Edit it, or move it away to start over.",
    });
  }
  const found = await survey(root, existsSync(join(root, ".git")), terminal.environment);
  const profile = profileFor(found);
  const path = join(root, CONFIGURATION_NAMES[0]);
  writeFilesAtomically(root, [{ path, text: starterConfiguration(found, profile) }]);
  await terminal.print(`Wrote ${path} with profile ${profile}.\nNext: plimsoll check\n`);
  return 0;
}

/** The contribution profile where the repository makes an Iron Bank image and the rules have that profile. */
function profileFor({ hasHardeningManifest }: Survey): string {
  return hasHardeningManifest && Object.hasOwn(ruleSet.profiles, "iron-bank") ? "iron-bank" : DEFAULT_PROFILE;
}
