import {
  classifyFile,
  compileGlobs,
  createEngine,
  type CustomSchema,
  type Engine,
  type KubernetesSchemas,
  type RuleSet,
  usesSchemas,
} from "@plimsoll/core";
import { CrossFile } from "./cross-file.ts";
import type { FolderConfiguration } from "./folder-configuration.ts";

/** What a folder's files are judged with. Replaced as a whole when the configuration or the custom kinds change. */
export interface Judge {
  readonly loaded: FolderConfiguration;
  readonly engine: Engine;
  readonly customSchemas: readonly CustomSchema[];
  readonly selection: Selection;
}

/** Which files of a folder are judged. */
export interface Selection {
  /** Whether the configuration leaves a file out, open or not. */
  readonly excludes: (path: string) => boolean;
  /** Whether a file that was found is read. */
  readonly includes: (path: string) => boolean;
}

/** What engines are made of. */
export interface EngineParts {
  readonly ruleSet: RuleSet;
  readonly schemas: KubernetesSchemas;
}

/** An engine for a configuration and the kinds that the folder defines. */
export function makeJudge(
  { ruleSet, schemas }: EngineParts,
  loaded: FolderConfiguration,
  customSchemas: readonly CustomSchema[],
): Judge {
  const { configuration } = loaded;
  const engine = createEngine({
    ruleSet,
    configuration,
    ...(usesSchemas(ruleSet, configuration) ? { schemas, customSchemas } : {}),
  });
  return { loaded, engine, customSchemas, selection: selectionOf(loaded) };
}

function selectionOf({ configuration: { include, exclude } }: FolderConfiguration): Selection {
  const excludes = exclude.length === 0 ? () => false : compileGlobs(exclude);
  const isIncluded = include.length === 0 ? () => true : compileGlobs(include);
  return {
    excludes,
    includes: (path) => classifyFile(path) !== undefined && isIncluded(path) && !excludes(path),
  };
}

/** An empty state of all files, for a new judge. */
export function freshCrossFile({ engine }: Judge): CrossFile {
  return new CrossFile(engine);
}

/** Whether two configurations judge alike, waivers aside. Users' own rules hold conditions as text, so their words tell them apart. */
export function judgesAlike(before: FolderConfiguration, after: FolderConfiguration): boolean {
  const words = ({ configuration }: FolderConfiguration): string =>
    JSON.stringify({ ...configuration, waiverFiles: [] });
  return words(before) === words(after);
}
