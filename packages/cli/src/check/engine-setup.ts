import {
  type Configuration,
  createEngine,
  type Engine,
  type KubernetesSchemas,
  loadKubernetesSchemas,
  usesSchemas,
} from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import type { EngineSetup } from "@plimsoll/workspace";

/** What an engine is made of. */
type EngineParts = Omit<EngineSetup, "root"> & { readonly schemas?: KubernetesSchemas };

/** The engine with Plimsoll's rules, for those who judge no objects: it compares none with their kinds. */
export function makeEngine({ configuration, auditor, schemas, customSchemas }: EngineParts): Engine {
  return createEngine({
    ruleSet,
    configuration,
    auditor,
    ...(schemas === undefined ? {} : { schemas }),
    ...(customSchemas === undefined ? {} : { customSchemas }),
  });
}

/** The engine that a worker thread makes from the data that it was sent. */
export async function makeWorkerEngine(setup: EngineSetup): Promise<Engine> {
  if (setup.customSchemas === undefined) return makeEngine(setup);
  return makeEngine({ ...setup, schemas: await loadKubernetesSchemas() });
}

/** Whether the structure of kinds is needed at all: some rule asks for it, and there is a file that may hold objects. */
export function needsSchemas(configuration: Configuration, paths: readonly string[]): boolean {
  return paths.some((path) => !isDockerfileOnly(path)) && usesSchemas(ruleSet, configuration);
}
