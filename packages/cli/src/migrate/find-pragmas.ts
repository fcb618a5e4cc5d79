import { join } from "node:path";
import { classifyFile, collectPragmas, PRAGMA_TOOLS } from "@plimsoll/core";
import { type PlacedPragma } from "@plimsoll/core/migrate";
import { parseDockerfile, parseYaml } from "@plimsoll/syntax";
import {
  discoverFiles,
  execute,
  findExecutable,
  isInside,
  readSource,
  workspacePath,
} from "@plimsoll/workspace";

/** Where to look. */
export interface PragmaSearch {
  /** Absolute root of the workspace. */
  readonly root: string;
  readonly isRepository: boolean;
  /** Absolute folder that is migrated. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** The pragmas of other tools in all files that Plimsoll reads, in the order of the files. Paths count from the folder. */
export async function findPragmas(search: PragmaSearch): Promise<readonly PlacedPragma[]> {
  const { root, isRepository, folder, environment } = search;
  const git = isRepository
    ? findExecutable("git", { path: environment["PATH"], notInside: root })
    : undefined;
  const { files } = await discoverFiles({
    root,
    paths: [folder],
    select: (path) => classifyFile(path) !== undefined,
    git,
    execute,
    environment,
    changedSince: undefined,
  });
  return files.flatMap(({ path, absolute }) => {
    const source = readSource({ path, absolute });
    if (!("text" in source) || !isInside(folder, absolute)) return [];
    const file = workspacePath(folder, join(root, path));
    return pragmasIn(path, source.text).map((pragma) => ({ file, pragma }));
  });
}

function pragmasIn(path: string, text: string): readonly PlacedPragma["pragma"][] {
  const tree =
    classifyFile(path) === "dockerfile"
      ? ({ kind: "dockerfile", file: parseDockerfile(text) } as const)
      : ({ kind: "yaml", stream: parseYaml(text) } as const);
  return collectPragmas(tree, PRAGMA_TOOLS);
}
