import type { Configuration } from "../config/configuration.ts";
import { resolveSettings } from "../config/resolve-settings.ts";
import type { Finding, WaivedFinding } from "../finding/finding.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { applyPendingIgnores } from "./apply-ignores.ts";
import type { InlineIgnore } from "./collect-ignores.ts";

/** Comments of all files that wait for rules over the workspace, by file. */
export type PendingIgnores = ReadonlyMap<string, readonly InlineIgnore[]>;

/** What the comments are judged by. */
export interface PendingPolicy {
  readonly ruleSet: RuleSet;
  readonly configuration: Configuration;
  /** True where only a part of the workspace was checked: then no comment is unused. */
  readonly partial?: boolean;
}

/** Excuses the findings of rules over the workspace by the comments that waited for them. Reports come last. */
export function hearPending(
  findings: readonly Finding[],
  pending: PendingIgnores,
  { ruleSet, configuration, partial }: PendingPolicy,
): { readonly findings: readonly Finding[]; readonly suppressed: readonly WaivedFinding[] } {
  if (pending.size === 0) return { findings, suppressed: [] };
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = byFile.get(finding.file);
    if (list === undefined) byFile.set(finding.file, [finding]);
    else list.push(finding);
  }
  const left: Finding[] = findings.filter(({ file }) => !pending.has(file));
  const suppressed: WaivedFinding[] = [];
  for (const [path, ignores] of pending) {
    const outcome = applyPendingIgnores(byFile.get(path) ?? [], ignores, {
      path,
      ruleSet,
      configuration,
      profile: ruleSet.profiles[configuration.profile],
      settings: resolveSettings(configuration, ruleSet, path),
    });
    left.push(...outcome.active, ...(partial === true ? [] : outcome.reports));
    suppressed.push(...outcome.suppressed);
  }
  return { findings: left, suppressed };
}
