import type { ScanReport } from "@plimsoll/scan";
import type { Environment, RunCommand } from "@plimsoll/action-kit";
import type { ScanSubject } from "../subject/scan-subject.ts";

/** How scanners are run. */
export interface ScannerSettings {
  readonly subject: ScanSubject;
  readonly platform: string | undefined;
  readonly offline: boolean;
  /** Folder of the database; the scanner's own where undefined. */
  readonly trivyCache: string | undefined;
  readonly grypeDatabases: string | undefined;
  readonly toolFolders: readonly string[];
  readonly timeoutMilliseconds: number;
  /** An empty private folder: the scanners' configuration is looked for here and nowhere else. */
  readonly scratch: string;
  readonly workspace: string;
  /** Folder of a Docker configuration with the registry's password; undefined where none was given. */
  readonly dockerConfig: string | undefined;
  readonly environment: Environment;
  readonly runCommand: RunCommand;
}

/** What a scanner left: its own file, and what it says. */
export interface ScannerRun {
  readonly name: string;
  /** The report as the scanner wrote it. */
  readonly bytes: Buffer;
  readonly reports: readonly ScanReport[];
}

export type Scanner = (settings: ScannerSettings) => Promise<ScannerRun>;
