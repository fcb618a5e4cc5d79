import { createEngine, type Configuration, type Engine } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";

/** What a worker thread needs to make the same engine: plain data. */
export interface EngineSetup {
  readonly root: string;
  readonly configuration: Configuration;
  readonly auditor: boolean;
}

/** The engine with Plimsoll's rules. */
export function makeEngine({ configuration, auditor }: Omit<EngineSetup, "root">): Engine {
  return createEngine({ ruleSet, configuration, auditor });
}
