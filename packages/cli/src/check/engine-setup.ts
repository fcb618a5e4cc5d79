import { createEngine, type Engine } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import type { EngineSetup } from "@plimsoll/workspace";

/** The engine with Plimsoll's rules. */
export function makeEngine({ configuration, auditor }: Omit<EngineSetup, "root">): Engine {
  return createEngine({ ruleSet, configuration, auditor });
}
