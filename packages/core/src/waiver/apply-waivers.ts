import type { Range } from "@plimsoll/syntax";
import { BuiltInFindings } from "../config/built-in-finding.ts";
import { builtInSeverity, canBeExcused, type BuiltInRuleId } from "../config/built-in-rules.ts";
import { dayNumber } from "../config/calendar.ts";
import type { Configuration } from "../config/configuration.ts";
import { Suggestions } from "../config/nearest.ts";
import { CodedError } from "../error/coded-error.ts";
import type { Finding, WaivedFinding } from "../finding/finding.ts";
import type { Profile, RuleSet } from "../rule/rule-set.ts";
import { breadthOf, WaiverIndex } from "./match-waiver.ts";
import type { Waiver } from "./waiver.ts";

/** What waivers are judged by. */
export interface WaiverPolicy {
  /** ISO date of the day that counts as today (UTC). The clock is not read here. */
  readonly today: string;
  /** Limits how long a waiver may last; without one, nothing limits it. */
  readonly profile: Profile | undefined;
  readonly ruleSet: RuleSet;
  /** Severities that the user chose for the rules `waiver/…`. */
  readonly configuration?: Configuration;
  /** True where only a part of the workspace was checked: then nobody can say that a waiver is unused. */
  readonly partial?: boolean;
}

/** How many findings a waiver excused. */
export interface WaiverUse {
  readonly waiver: Waiver;
  readonly findings: number;
}

export interface WaiverOutcome {
  /** Findings that nothing excuses, in their order. */
  readonly active: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** Findings of the rules `waiver/…`, at the waivers themselves. */
  readonly reports: readonly Finding[];
  /** Every waiver with what it excused, in the order of the records. */
  readonly uses: readonly WaiverUse[];
}

/**
 * Excuses findings by waivers. A waiver counts only where it is in order: its rule exists, its scope is bounded, it was
 * created by today, lasts no longer than the profile allows, and its last day has not passed. One that is not in order
 * excuses nothing and is reported, so a mistake in a record never hides a finding. Where several waivers cover a finding,
 * the first record counts.
 * @throws CodedError `waivers/bad-today` where `today` is not a date.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  policy: WaiverPolicy,
): WaiverOutcome {
  const today = dayNumber(policy.today);
  if (today === undefined) {
    throw new CodedError({
      code: "waivers/bad-today",
      message: `"${policy.today}" is not a date.`,
      nextStep: "Give today's date as YYYY-MM-DD.",
    });
  }
  const reporter = new Reporter(policy);
  const valid = waivers.filter((waiver) => isInOrder(waiver, { policy, today, reporter }));
  const index = new WaiverIndex(
    valid.map((waiver) => ({ ...waiver, rule: presentId(waiver.rule, policy.ruleSet) })),
  );
  const counts = new Map<string, number>();
  const active: Finding[] = [];
  const waived: WaivedFinding[] = [];
  for (const finding of findings) {
    const waiver = index.find(finding);
    if (waiver === undefined) {
      active.push(finding);
      continue;
    }
    counts.set(waiver.id, (counts.get(waiver.id) ?? 0) + 1);
    const { id, statement, expires } = waiver;
    waived.push({ finding, by: "waiver", reference: id, justification: statement, expires });
  }
  if (policy.partial !== true)
    for (const waiver of valid) if (!counts.has(waiver.id)) reporter.unused(waiver);
  return {
    active,
    waived,
    reports: reporter.findings,
    uses: waivers.map((waiver) => ({ waiver, findings: counts.get(waiver.id) ?? 0 })),
  };
}

function presentId(rule: string, ruleSet: RuleSet): string {
  return ruleSet.renamed.get(rule) ?? rule;
}

interface Judging {
  readonly policy: WaiverPolicy;
  readonly today: number;
  readonly reporter: Reporter;
}

/** Reports everything that keeps a waiver from counting. */
function isInOrder(waiver: Waiver, { policy, today, reporter }: Judging): boolean {
  const before = reporter.complaints;
  const breadth = breadthOf(waiver);
  if (breadth !== undefined) {
    reporter.report(waiver, "waiver/scope-narrow", {
      problem: "tooBroad",
      message: `Waiver ${waiver.id} ${breadth}; it excuses nothing.`,
    });
  }
  if (!waiver.rule.includes("*") && !canBeExcused(presentId(waiver.rule, policy.ruleSet), policy.ruleSet)) {
    const ending = reporter.suggestions.ending(waiver.rule);
    const message = `Waiver ${waiver.id} names the rule ${waiver.rule}, which does not exist${ending}`;
    reporter.report(waiver, "waiver/rule-exists", { problem: "unknownRule", message });
  }
  judgeDates(waiver, { policy, today, reporter });
  return reporter.complaints === before;
}

function judgeDates(waiver: Waiver, { policy, today, reporter }: Judging): void {
  const { id, created, expires } = waiver;
  const first = dayNumber(created);
  const last = dayNumber(expires);
  if (first === undefined || last === undefined) {
    reporter.report(waiver, "waiver/age-within-limit", {
      problem: "badDate",
      message: `Waiver ${id} has a date that does not exist.`,
    });
    return;
  }
  if (last < today) {
    const message = `Waiver ${id} expired on ${expires}; it excuses nothing.`;
    reporter.report(waiver, "waiver/not-expired", { problem: "expired", message });
  }
  if (first > today) {
    const message = `Waiver ${id} is dated ${created}, after today (${policy.today}); it excuses nothing.`;
    reporter.report(waiver, "waiver/age-within-limit", { problem: "createdAhead", message });
  }
  if (last < first) {
    const message = `Waiver ${id} expires on ${expires}, before it was created on ${created}; it excuses nothing.`;
    reporter.report(waiver, "waiver/age-within-limit", { problem: "endsBeforeStart", message });
  }
  const limit = policy.profile?.waiverMaximumDays;
  if (limit !== undefined && last - first > limit) {
    const message = `Waiver ${id} lasts ${last - first} days; profile ${policy.profile?.name ?? ""} allows ${limit}. It excuses nothing.`;
    reporter.report(waiver, "waiver/age-within-limit", { problem: "tooLong", message });
  }
}

class Reporter {
  readonly #made = new BuiltInFindings();
  readonly #policy: WaiverPolicy;
  /** Counts reports of rules that are off too: switching a report off does not make a waiver count. */
  complaints = 0;

  readonly suggestions: Suggestions;

  constructor(policy: WaiverPolicy) {
    this.#policy = policy;
    this.suggestions = new Suggestions(policy.ruleSet.rules.keys());
  }

  get findings(): readonly Finding[] {
    return this.#made.findings;
  }

  report(
    waiver: Waiver,
    rule: BuiltInRuleId,
    { problem, message }: { readonly problem: string; readonly message: string },
  ): void {
    this.complaints += 1;
    this.#made.add({
      rule,
      problem,
      message,
      severity: builtInSeverity(rule, this.#policy.profile, this.#policy.configuration),
      file: waiver.source.file,
      range: waiver.source.range ?? lineRange(waiver.source.line),
      subject: waiver.id,
    });
  }

  unused(waiver: Waiver): void {
    const message = `Waiver ${waiver.id} excuses no finding: nothing breaks ${waiver.rule} in its scope.`;
    this.report(waiver, "waiver/used", { problem: "unused", message });
  }
}

/** The start of a line, for records that do not know their exact place. */
function lineRange(line: number): Range {
  const position = { line, column: 1, offset: 0 };
  return { start: position, end: position };
}
