import {
  classifyFile,
  createEngine,
  type Engine,
  type FileKind,
  loadKubernetesSchemas,
  type NotChecked,
  usesSchemas,
} from "@plimsoll/core";
import { loadRuleSet, ruleHeaders } from "@plimsoll/rules/lazy";
import type { EngineSetup, WorkspaceSchemas } from "@plimsoll/workspace";

/** The engine with those of Plimsoll's rules that the files need; a worker thread makes it from the data that it was sent. */
export async function makeEngine(setup: Omit<EngineSetup, "root">): Promise<Engine> {
  const { configuration, auditor, customSchemas, dockerfiles, workflows, objects } = setup;
  const [ruleSet, schemas] = await Promise.all([
    loadRuleSet({ configuration, dockerfiles, workflows, objects }),
    customSchemas === undefined ? undefined : loadKubernetesSchemas(),
  ]);
  return createEngine({
    ruleSet,
    configuration,
    auditor,
    ...(schemas === undefined ? {} : { schemas }),
    ...(customSchemas === undefined ? {} : { customSchemas }),
  });
}

/** An engine, and what makes the same one in a worker thread. */
export interface PreparedEngine {
  readonly engine: Engine;
  readonly setup: Omit<EngineSetup, "root">;
  readonly notChecked: readonly NotChecked[];
}

/** What a check is about, as far as an engine depends on it. */
export interface EngineNeeds extends Pick<EngineSetup, "configuration" | "auditor"> {
  /** Paths of the files to check. */
  readonly paths: readonly string[];
  /** Paths of files beside them, which a rendering may bring in. */
  readonly listed: readonly string[];
  readonly collect: () => WorkspaceSchemas;
}

/**
 * The engine for a check of some files. The structure of kinds is loaded, and the kinds that the workspace defines are collected, only
 * where a rule asks for them and a file may hold objects: a check of Dockerfiles pays nothing.
 */
export async function prepareEngine(needs: EngineNeeds): Promise<PreparedEngine> {
  const { configuration, auditor, paths, listed, collect } = needs;
  const kinds = new Set(paths.map(classifyFile));
  // A name that says nothing leaves it to the text.
  const dockerfiles = kinds.has("dockerfile") || kinds.has(undefined);
  const workflows = kinds.has("workflow") || kinds.has("action") || kinds.has(undefined);
  const objects = [...kinds].some(mayHoldObjects) || listed.some(holdsObjects);
  const setup = { configuration, auditor, dockerfiles, workflows, objects };
  if (!objects || !usesSchemas(ruleHeaders, configuration))
    return { engine: await makeEngine(setup), setup, notChecked: [] };
  const { schemas: customSchemas, notChecked } = collect();
  const full = { ...setup, customSchemas };
  return { engine: await makeEngine(full), setup: full, notChecked };
}

function holdsObjects(path: string): boolean {
  const kind = classifyFile(path);
  return kind !== undefined && mayHoldObjects(kind);
}

/** An `action.yml` may be none, and hold anything. */
function mayHoldObjects(kind: FileKind | undefined): boolean {
  return kind !== "dockerfile" && kind !== "workflow";
}
