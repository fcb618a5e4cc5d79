import type { Finding, WaivedFinding } from "../finding/finding.ts";
import { innermost } from "../ignore/innermost.ts";
import { formOf } from "../rule/define-rule.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { toolAliases } from "../peer/peer-tools.ts";
import { ALL_CHECKS, type Pragma } from "./pragma.ts";

/** Findings that no pragma excuses, and those that one does. */
export interface HeardPragmas {
  readonly active: readonly Finding[];
  readonly suppressed: readonly WaivedFinding[];
}

/**
 * Excuses the findings of one file by pragmas of other tools: a finding goes where a pragma covers its start and names a check
 * that the finding stands for. Where several do, the innermost of the first such check counts.
 */
export function hearPragmas(findings: readonly Finding[], pragmas: readonly Pragma[]): HeardPragmas {
  if (pragmas.length === 0 || findings.length === 0) return { active: findings, suppressed: [] };
  const byCheck = new Map<string, Pragma[]>();
  for (const pragma of pragmas)
    for (const check of new Set(pragma.checks)) append(byCheck, `${pragma.tool}:${check}`, pragma);
  const wanted = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const key of keysOf(finding)) if (byCheck.has(key)) append(wanted, key, finding);
  const excused = new Map<Finding, Pragma>();
  for (const [key, found] of wanted) {
    innermost(found, byCheck.get(key) ?? [], (finding, pragma) => {
      if (!excused.has(finding)) excused.set(finding, pragma);
    });
  }
  const active: Finding[] = [];
  const suppressed: WaivedFinding[] = [];
  for (const finding of findings) {
    const pragma = excused.get(finding);
    if (pragma === undefined) active.push(finding);
    else suppressed.push(excuse(finding, pragma));
  }
  return { active, suppressed };
}

/** The pragmas that name a check of a rule over the workspace, which speaks when all files are known. */
export function pendingPragmas(pragmas: readonly Pragma[], { rules }: RuleSet): readonly Pragma[] {
  if (pragmas.length === 0) return pragmas;
  const keys = new Set<string>();
  for (const rule of rules.values())
    if (formOf(rule) === "workspace") for (const key of keysOf(rule)) keys.add(key);
  return pragmas.filter(({ tool, checks }) => checks.some((check) => keys.has(`${tool}:${check}`)));
}

/** Excuses the findings of rules over the workspace by the pragmas that waited for them, file by file. */
export function hearPendingPragmas(
  findings: readonly Finding[],
  pending: ReadonlyMap<string, readonly Pragma[]>,
): HeardPragmas {
  if (pending.size === 0) return { active: findings, suppressed: [] };
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) append(byFile, finding.file, finding);
  const active: Finding[] = [];
  const suppressed: WaivedFinding[] = [];
  for (const [file, found] of byFile) {
    const heard = hearPragmas(found, pending.get(file) ?? []);
    active.push(...heard.active);
    suppressed.push(...heard.suppressed);
  }
  return { active, suppressed };
}

/** Takes back what pragmas excused until a day that has passed. */
export function withoutExpired(suppressed: readonly WaivedFinding[], today: string): HeardPragmas {
  const isOver = ({ by, expires }: WaivedFinding): boolean =>
    by === "inline" && expires !== undefined && expires < today;
  if (!suppressed.some(isOver)) return { active: [], suppressed };
  return {
    active: suppressed.filter(isOver).map(({ finding }) => finding),
    suppressed: suppressed.filter((waived) => !isOver(waived)),
  };
}

/** The checks that a finding or a rule stands for, and for each tool among them every check. */
function keysOf({ aliases }: { readonly aliases: readonly string[] }): ReadonlySet<string> {
  return new Set(
    toolAliases(aliases).flatMap((alias) => [alias, `${alias.slice(0, alias.indexOf(":"))}:${ALL_CHECKS}`]),
  );
}

function excuse(finding: Finding, { tool, text, reason, expires }: Pragma): WaivedFinding {
  return {
    finding,
    by: "inline",
    reference: text,
    justification: reason === "" ? `The ${tool} pragma gives no reason.` : reason,
    ...(expires === undefined ? {} : { expires }),
    pragma: tool,
  };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
