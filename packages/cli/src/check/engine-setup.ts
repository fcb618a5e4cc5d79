import {
  classifyFile,
  createEngine,
  type Engine,
  type KubernetesSchemas,
  loadKubernetesSchemas,
  type NotChecked,
  usesSchemas,
} from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import type { EngineSetup, WorkspaceSchemas } from "@plimsoll/workspace";

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
export async function makeWorkerEngine(setup: Omit<EngineSetup, "root">): Promise<Engine> {
  if (setup.customSchemas === undefined) return makeEngine(setup);
  return makeEngine({ ...setup, schemas: await loadKubernetesSchemas() });
}

/** An engine, and what makes the same one in a worker thread. */
export interface PreparedEngine {
  readonly engine: Engine;
  readonly setup: Omit<EngineSetup, "root">;
  readonly notChecked: readonly NotChecked[];
}

/**
 * The engine for a check of some files. The structure of kinds is loaded, and the kinds that the workspace defines are collected, only
 * where a rule asks for them and a file may hold objects: a check of Dockerfiles pays nothing.
 */
export async function prepareEngine(
  parts: Pick<EngineSetup, "configuration" | "auditor">,
  paths: readonly string[],
  collect: () => WorkspaceSchemas,
): Promise<PreparedEngine> {
  const holdsObjects = paths.some((path) => classifyFile(path) !== "dockerfile");
  if (!holdsObjects || !usesSchemas(ruleSet, parts.configuration))
    return { engine: makeEngine(parts), setup: parts, notChecked: [] };
  const { schemas: customSchemas, notChecked } = collect();
  const setup = { ...parts, customSchemas };
  return { engine: await makeWorkerEngine(setup), setup, notChecked };
}
