import { join } from "node:path";
import { type Finding, loadConfiguration, type PragmaTool, type WaivedFinding } from "@plimsoll/core";
import { ruleHeaders } from "@plimsoll/rules/lazy";
import { isInside, rebaseConfiguration, type Workspace, workspacePath } from "@plimsoll/workspace";
import { assess } from "../check/assess.ts";
import { Progress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** A configuration that is tried before it is written. */
export interface MigratedTrial {
  readonly workspace: Workspace;
  /** Absolute folder that the configuration will stand in. */
  readonly folder: string;
  readonly text: string;
  /** Tools whose pragmas are heard. */
  readonly heard: readonly PragmaTool[];
  readonly terminal: Terminal;
  readonly render: boolean;
}

/** What is found under a migrated configuration. Paths count from the folder. */
export interface TrialOutcome {
  readonly findings: readonly Finding[];
  /** Excused by pragmas of other tools. */
  readonly excused: readonly WaivedFinding[];
}

/**
 * Checks a folder by a configuration that is not written yet, pragmas heard whatever the profile says.
 * @throws ConfigurationError where the configuration does not hold together, so that nothing unreadable is written.
 */
export async function assessMigrated(trial: MigratedTrial): Promise<TrialOutcome> {
  const { workspace, folder, text, heard, terminal, render } = trial;
  const path = workspacePath(workspace.root, join(folder, "plimsoll.yaml"));
  const { configuration } = await loadConfiguration({
    path,
    read: (wanted) => Promise.resolve(wanted === path ? text : undefined),
    ruleSet: ruleHeaders,
  });
  const tried = { ...configuration, compatibility: heard, inlineIgnores: true };
  const progress = new Progress(terminal);
  const { assessment } = await assess({
    workspace: { ...workspace, paths: [folder], configuration: rebaseConfiguration(tried, path) },
    terminal,
    progress,
    auditor: false,
    render,
    changedSince: undefined,
    baseline: undefined,
    input: undefined,
  });
  progress.end();
  const inFolder = (finding: Finding): readonly Finding[] => {
    const absolute = join(workspace.root, finding.file);
    return isInside(folder, absolute) ? [{ ...finding, file: workspacePath(folder, absolute) }] : [];
  };
  return {
    findings: assessment.findings.flatMap(inFolder),
    excused: assessment.waived.flatMap((waived) =>
      waived.pragma === undefined ? [] : inFolder(waived.finding).map((finding) => ({ ...waived, finding })),
    ),
  };
}
