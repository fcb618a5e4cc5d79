import { check } from "../commands/check.ts";
import { runProcess } from "../run-process.ts";

/** `plimsoll check` alone: what editors and hooks call most is not to load the rest. */
export function start(): Promise<void> {
  return runProcess({ check: () => Promise.resolve(check) });
}
