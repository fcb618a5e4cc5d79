import type { Execute } from "../process/execute.ts";
import type { GitRepository } from "./git.ts";

/** What to look for, and where. */
export interface DiscoveryRequest {
  /** Absolute real path of the workspace's root. */
  readonly root: string;
  /** Absolute paths of files and folders that the user gave; the root where none was given. */
  readonly paths: readonly string[];
  /** Whether a file found in a folder is one to check, by its path from the root. */
  readonly select: (path: string) => boolean;
  /** Absolute path of git, where the root is a repository and git is there. */
  readonly git: string | undefined;
  readonly execute: Execute;
  readonly environment: NodeJS.ProcessEnv;
  /** Only files that changed since the merge base with this ref. */
  readonly changedSince: string | undefined;
  readonly maximumBytes?: number;
}

/** The repository that is asked; undefined where git is not used. */
export function repositoryOf(request: DiscoveryRequest): GitRepository | undefined {
  const { git, root, execute, environment } = request;
  return git === undefined ? undefined : { command: git, root, execute, environment };
}
