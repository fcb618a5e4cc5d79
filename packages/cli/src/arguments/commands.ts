import type { Command } from "./command.ts";
import { assessSpec } from "./specs/assess.ts";
import { checkSpec } from "./specs/check.ts";
import { fixSpec } from "./specs/fix.ts";
import { explainSpec } from "./specs/explain.ts";
import { rulesSpec } from "./specs/rules.ts";
import { requirementsSpec } from "./specs/requirements.ts";
import { pipelineSpec } from "./specs/pipeline.ts";
import { initSpec } from "./specs/init.ts";
import { migrateSpec } from "./specs/migrate.ts";
import { waiveSpec } from "./specs/waive.ts";
import { scanDiffSpec, scanGateSpec, scanMergeSpec } from "./specs/scan.ts";
import { scapReadSpec } from "./specs/scap-read.ts";
import { promoteApplySpec, promotePlanSpec } from "./specs/promote.ts";
import { releaseDecideSpec } from "./specs/release-decide.ts";
import { schemaSpec } from "./specs/schema.ts";

/** Every command, in the order of the help. Its module is `commands/<name>.ts`, loaded when it is called. */
export const COMMANDS: readonly Command[] = [
  checkSpec,
  fixSpec,
  explainSpec,
  rulesSpec,
  requirementsSpec,
  assessSpec,
  pipelineSpec,
  initSpec,
  migrateSpec,
  waiveSpec,
  scanMergeSpec,
  scanGateSpec,
  scanDiffSpec,
  scapReadSpec,
  releaseDecideSpec,
  promotePlanSpec,
  promoteApplySpec,
  schemaSpec,
];

/** The command of a name. */
export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}

/** The command that a line starts with, of one word or two, and what follows. */
export function splitCommand(words: readonly string[]): {
  readonly name: string | undefined;
  readonly command: Command | undefined;
  readonly rest: readonly string[];
} {
  const [first, second] = words;
  const pair = second === undefined ? undefined : findCommand(`${first} ${second}`);
  if (pair !== undefined) return { name: pair.name, command: pair, rest: words.slice(2) };
  const isGroup = COMMANDS.some(({ name }) => name.startsWith(`${first} `));
  const name = isGroup && second !== undefined ? `${first} ${second}` : first;
  return { name, command: first === undefined ? undefined : findCommand(first), rest: words.slice(1) };
}
