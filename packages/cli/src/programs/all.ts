import { ALL_COMMANDS } from "../all-commands.ts";
import { runProcess } from "../run-process.ts";

/** Every command. */
export function start(): Promise<void> {
  return runProcess(ALL_COMMANDS);
}
