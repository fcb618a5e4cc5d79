import {
  applyWaivers,
  type Engine,
  type FileResult,
  type Finding,
  hearWaiting,
  type NotChecked,
  type WaivedFinding,
  type Waiver,
  waitsForOtherFiles,
  withoutExpired,
} from "@plimsoll/core";

/** What stands of one file's findings. */
export interface FileAssessment {
  /** Findings that the file alone decides. */
  readonly own: readonly Finding[];
  /** Findings that other files have a say in. */
  readonly cross: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly notChecked: readonly NotChecked[];
}

/** What the other files say of a file. */
export interface OtherFiles {
  /** Findings of rules over the workspace at this file. */
  readonly findings: readonly Finding[];
  /** Whether a finding that waits for other files stands. */
  readonly stands: (finding: Finding) => boolean;
  /** True while not all files are known. */
  readonly partial: boolean;
}

/** What findings are excused by. */
export interface Excuses {
  readonly engine: Engine;
  readonly waivers: readonly Waiver[];
  /** ISO date. */
  readonly today: string;
}

/** The findings of one file before waivers. */
export interface SettledFile {
  readonly own: readonly Finding[];
  readonly cross: readonly Finding[];
  readonly suppressed: readonly WaivedFinding[];
}

/** Joins what a file and the other files say of it, comments heard, waivers not yet. */
export function settleFile(result: FileResult, others: OtherFiles, { engine, today }: Excuses): SettledFile {
  const inTime = withoutExpired(result.suppressed, today);
  const own: Finding[] = [];
  const cross: Finding[] = [];
  for (const finding of [...result.findings, ...inTime.active]) {
    if (!waitsForOtherFiles(engine, finding.ruleId)) own.push(finding);
    else if (others.stands(finding)) cross.push(finding);
  }
  const { pendingIgnores, pendingPragmas, path } = result;
  const isPlain =
    others.findings.length === 0 && pendingIgnores === undefined && pendingPragmas === undefined;
  if (isPlain) return { own, cross, suppressed: inTime.suppressed };
  const heard = hearWaiting(engine, others.findings, {
    pendingIgnores: new Map(pendingIgnores === undefined ? [] : [[path, pendingIgnores]]),
    pendingPragmas: new Map(pendingPragmas === undefined ? [] : [[path, pendingPragmas]]),
    today,
    partial: others.partial,
  });
  for (const finding of heard.findings) cross.push(finding);
  return { own, cross, suppressed: [...inTime.suppressed, ...heard.suppressed] };
}

/** The same after waivers. Whether a waiver is used is judged over all files, not here. */
export function assessFile(result: FileResult, others: OtherFiles, excuses: Excuses): FileAssessment {
  const { own, cross, suppressed } = settleFile(result, others, excuses);
  const { notChecked } = result;
  if (excuses.waivers.length === 0) return { own, cross, waived: suppressed, notChecked };
  const { engine, today, waivers } = excuses;
  const outcome = applyWaivers([...own, ...cross], waivers, {
    today,
    profile: engine.ruleSet.profiles[engine.configuration.profile],
    ruleSet: engine.ruleSet,
    configuration: engine.configuration,
    partial: true,
  });
  const active = new Set(outcome.active);
  return {
    own: own.filter((finding) => active.has(finding)),
    cross: cross.filter((finding) => active.has(finding)),
    waived: [...suppressed, ...outcome.waived],
    notChecked,
  };
}
