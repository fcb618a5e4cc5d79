import { BuiltInFindings } from "../config/built-in-finding.ts";
import { builtInSeverity, canBeExcused, type BuiltInRuleId } from "../config/built-in-rules.ts";
import type { Configuration } from "../config/configuration.ts";
import { Suggestions } from "../config/nearest.ts";
import type { ResolvedSettings } from "../config/resolve-settings.ts";
import type { Finding, WaivedFinding } from "../finding/finding.ts";
import type { Profile, RuleSet } from "../rule/rule-set.ts";
import { formOf } from "../rule/define-rule.ts";
import type { CollectedIgnores, InlineComment, InlineIgnore } from "./collect-ignores.ts";
import { innermost } from "./innermost.ts";

/** What inline ignores are judged by. */
export interface IgnorePolicy {
  readonly path: string;
  readonly ruleSet: RuleSet;
  /** Severities of the rules `ignore/…`. */
  readonly profile?: Profile | undefined;
  readonly configuration?: Configuration;
  /** The rules of this file: a comment for a rule that is off here is not unused, only idle. */
  readonly settings?: ResolvedSettings;
}

export interface IgnoreOutcome {
  /** Findings that no comment excuses, in their order. */
  readonly active: readonly Finding[];
  readonly suppressed: readonly WaivedFinding[];
  /** Findings of the rules `ignore/…` about the comments. */
  readonly reports: readonly Finding[];
  /** In order, but for rules over the workspace, which speak when all files are known: see {@link applyPendingIgnores}. */
  readonly pending: readonly InlineIgnore[];
}

/**
 * Excuses the findings of one file by its comments. A comment counts only with a reason, and only for rules that exist.
 * Where several cover a finding, the innermost counts.
 */
export function applyIgnores(
  findings: readonly Finding[],
  collected: CollectedIgnores,
  policy: IgnorePolicy,
): IgnoreOutcome {
  if (collected.comments.length === 0) return { active: findings, suppressed: [], reports: [], pending: [] };
  const reporter = new Reporter(policy);
  for (const comment of collected.comments) reporter.judgeComment(comment);
  const valid = collected.ignores.filter((ignore) => reporter.isInOrder(ignore));
  const pending = valid.filter(({ rule }) => isForWorkspace(rule, policy.ruleSet));
  const excusing = matchIgnores(findings, valid, policy.ruleSet);
  const waiting = new Set(pending);
  for (const ignore of valid) if (!waiting.has(ignore) && !excusing.used.has(ignore)) reporter.unused(ignore);
  return { ...divide(findings, excusing), reports: reporter.findings, pending };
}

/**
 * Excuses the findings that rules over the workspace have in one file by its pending comments. As {@link applyIgnores}; what
 * is wrong with the comments themselves was reported then.
 */
export function applyPendingIgnores(
  findings: readonly Finding[],
  pending: readonly InlineIgnore[],
  policy: IgnorePolicy,
): Omit<IgnoreOutcome, "pending"> {
  const reporter = new Reporter(policy);
  const excusing = matchIgnores(findings, pending, policy.ruleSet);
  for (const ignore of pending) if (!excusing.used.has(ignore)) reporter.unused(ignore);
  return { ...divide(findings, excusing), reports: reporter.findings };
}

function isForWorkspace(id: string, ruleSet: RuleSet): boolean {
  const rule = ruleSet.rules.get(presentId(id, ruleSet));
  return rule !== undefined && formOf(rule) === "workspace";
}

function divide(
  findings: readonly Finding[],
  excusing: Excusing,
): Pick<IgnoreOutcome, "active" | "suppressed"> {
  const active: Finding[] = [];
  const suppressed: WaivedFinding[] = [];
  for (const finding of findings) {
    const ignore = excusing.byFinding.get(finding);
    if (ignore === undefined) active.push(finding);
    else
      suppressed.push({
        finding,
        by: "inline",
        reference: ignore.comment.text,
        justification: ignore.comment.reason,
      });
  }
  return { active, suppressed };
}

interface Excusing {
  readonly byFinding: ReadonlyMap<Finding, InlineIgnore>;
  readonly used: ReadonlySet<InlineIgnore>;
}

/** Goes through comments and findings of each rule in the order of the text, so that many of both stay cheap. */
function matchIgnores(
  findings: readonly Finding[],
  ignores: readonly InlineIgnore[],
  ruleSet: RuleSet,
): Excusing {
  const byFinding = new Map<Finding, InlineIgnore>();
  const used = new Set<InlineIgnore>();
  const rules = new Map<string, InlineIgnore[]>();
  for (const ignore of ignores) append(rules, presentId(ignore.rule, ruleSet), ignore);
  const wanted = new Map<string, Finding[]>();
  for (const finding of findings) if (rules.has(finding.ruleId)) append(wanted, finding.ruleId, finding);
  for (const [rule, found] of wanted) {
    innermost(found, rules.get(rule) ?? [], (finding, ignore) => {
      byFinding.set(finding, ignore);
      used.add(ignore);
    });
  }
  return { byFinding, used };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function presentId(rule: string, ruleSet: RuleSet): string {
  return ruleSet.renamed.get(rule) ?? rule;
}

class Reporter {
  readonly #made = new BuiltInFindings();
  readonly #policy: IgnorePolicy;
  readonly #suggestions: Suggestions;

  constructor(policy: IgnorePolicy) {
    this.#policy = policy;
    this.#suggestions = new Suggestions(policy.ruleSet.rules.keys());
  }

  get findings(): readonly Finding[] {
    return this.#made.findings;
  }

  judgeComment(comment: InlineComment): void {
    if (comment.idle !== undefined) {
      this.#report(comment, "ignore/used", {
        problem: "misplaced",
        message: `This comment excuses nothing: ${comment.word} ${comment.idle}.`,
      });
    }
    if (comment.rules === 0) {
      this.#report(comment, "ignore/rule-exists", {
        problem: "noRule",
        message: `This comment excuses nothing: ${comment.word} names no rule.`,
      });
    }
    if (comment.reason === "") {
      const message = `This comment excuses nothing: ${comment.word} needs a reason, as in \`${comment.word} <rule> -- <reason>\`.`;
      this.#report(comment, "ignore/has-reason", { problem: "missing", message });
    }
  }

  isInOrder(ignore: InlineIgnore): boolean {
    const { ruleSet } = this.#policy;
    const exists = canBeExcused(presentId(ignore.rule, ruleSet), ruleSet);
    if (!exists) {
      const ending = this.#suggestions.ending(ignore.rule);
      const message = `There is no rule ${ignore.rule}, so this comment does not excuse it${ending}`;
      this.#report({ ...ignore.comment, range: ignore.ruleRange }, "ignore/rule-exists", {
        problem: "unknownRule",
        message,
      });
    }
    return exists && ignore.comment.reason !== "";
  }

  unused(ignore: InlineIgnore): void {
    const { ruleSet, settings } = this.#policy;
    const id = presentId(ignore.rule, ruleSet);
    if (ruleSet.rules.has(id) && settings !== undefined && (settings.get(id)?.severity ?? "off") === "off")
      return;
    const message = `Nothing breaks ${id} here, so this comment excuses nothing.`;
    this.#report({ ...ignore.comment, range: ignore.ruleRange }, "ignore/used", {
      problem: "unused",
      message,
    });
  }

  #report(
    { range, text }: Pick<InlineComment, "range" | "text">,
    rule: BuiltInRuleId,
    { problem, message }: { readonly problem: string; readonly message: string },
  ): void {
    const { path, profile, configuration } = this.#policy;
    const severity = builtInSeverity(rule, profile, configuration);
    this.#made.add({ rule, problem, message, severity, file: path, range, subject: text });
  }
}
