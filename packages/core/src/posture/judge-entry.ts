import { catalogueRuleById, type CatalogueRuleId, type Requirement } from "@plimsoll/model";
import type { Finding, NotChecked, WaivedFinding } from "../finding/finding.ts";
import type { Rule } from "../rule/rule.ts";
import { subjectOfEntry, type EntrySubject } from "./entry-subjects.ts";
import { judgeCapability, judgeDifference } from "./judge-capability.ts";
import type { PostureContext } from "./posture-context.ts";
import type { EntryPosture, Proof } from "./posture.ts";

/** An entry's standing with what it rests on. */
export interface JudgedEntry {
  readonly entry: EntryPosture;
  /** At most {@link KEPT_PROOFS} of each sort, the weightiest first. */
  readonly proofs: readonly Proof[];
  /** How many there are. */
  readonly proofCount: number;
}

/** Proofs of one requirement that are kept. */
export const KEPT_PROOFS = 50;

/** How one entry of the catalogue stands for a requirement. Statements of people are judged elsewhere. */
export function judgeEntry(
  id: CatalogueRuleId,
  requirement: Requirement,
  context: PostureContext,
): JudgedEntry {
  if (id === "FI002" || id === "FI003") return judgeCapability(id, requirement, context);
  if (id === "FI004") return judgeDifference(requirement, context);
  if (id.startsWith("RG") || id.startsWith("SR")) return judgeByEvidence(id, context);
  return judgeByRules(id, requirement, context);
}

export function meaningOf(id: CatalogueRuleId): string {
  return catalogueRuleById(id)?.meaning ?? id;
}

function judgeByEvidence(id: CatalogueRuleId, { evidence }: PostureContext): JudgedEntry {
  const outcome = evidence.get(id);
  const message = outcome?.message ?? "No evidence speaks about it.";
  const files = outcome?.files ?? [];
  const status = outcome?.outcome ?? "not-checked";
  const isJudged = status !== "not-checked";
  return {
    entry: {
      entry: id,
      meaning: meaningOf(id),
      status,
      ...(status === "passed" ? {} : { reason: message }),
      rules: [],
      findings: status === "failed" ? 1 : 0,
    },
    proofs: isJudged ? [{ kind: "evidence", check: id, message, files }] : [],
    proofCount: isJudged ? 1 : 0,
  };
}

/** Rules find nothing where there is nothing to find it in, which shows nothing. */
function withSubject(id: CatalogueRuleId, standing: Status, context: PostureContext): Status {
  const subject = standing.status === "passed" ? subjectOfEntry(id) : undefined;
  if (subject === undefined || isThere(subject, context)) return standing;
  return { status: "nothing-to-judge", reason: subject.absent };
}

function isThere(
  { anyOf, activities, category }: EntrySubject,
  { reach, capabilities }: PostureContext,
): boolean {
  if (anyOf?.some((name) => reach.has(name)) === false) return false;
  if (activities?.some((activity) => reach.does(activity)) === false) return false;
  if (category === undefined) return true;
  return capabilities.categories.some((one) => one.category === category && one.count > 0);
}

interface JudgedRules {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly judged: readonly { readonly rule: Rule; readonly what: string }[];
  readonly gaps: readonly NotChecked[];
}

function judgeByRules(id: CatalogueRuleId, requirement: Requirement, context: PostureContext): JudgedEntry {
  const { on, off } = context.rulesOf(id);
  const judged = judgedRules(on, requirement, context);
  const { findings, waived } = judged;
  const severe = findings.filter(({ severity }) => severity !== "info");
  const counts = { severe: severe.length, on: on.length, off };
  const { status, reason } = withSubject(id, standingOf(judged, counts), context);
  return {
    entry: {
      entry: id,
      meaning: meaningOf(id),
      status,
      ...(reason === undefined ? {} : { reason }),
      rules: on.map((rule) => rule.id),
      findings: findings.length,
    },
    proofs: [
      ...weightiest(findings).map(findingProof),
      ...waived.slice(0, KEPT_PROOFS).map(waivedProof),
      ...judged.judged.map(({ rule, what }): Proof => ({ kind: "rule", rule: rule.id, judged: what })),
    ],
    proofCount: findings.length + waived.length + judged.judged.length,
  };
}

/** Of many thousand findings only the first are turned into proofs. */
function weightiest(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= KEPT_PROOFS) return findings;
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length >= KEPT_PROOFS) return errors.slice(0, KEPT_PROOFS);
  const others = findings.filter(({ severity }) => severity !== "error");
  return [...errors, ...others].slice(0, KEPT_PROOFS);
}

function judgedRules(rules: readonly Rule[], { id }: Requirement, context: PostureContext): JudgedRules {
  const { reach, findingsOf, waivedOf } = context;
  const findings = rules.flatMap((rule) => findingsOf(rule.id, id));
  const found = new Set(findings.map(({ ruleId }) => ruleId));
  return {
    findings,
    waived: rules.flatMap((rule) => waivedOf(rule.id, id)),
    judged: rules.flatMap((rule) => {
      const what = found.has(rule.id) ? undefined : reach.judgedBy(rule);
      return what === undefined ? [] : [{ rule, what }];
    }),
    gaps: [...new Set(rules.flatMap((rule) => reach.gapsOf(rule)))],
  };
}

type Status = Pick<EntryPosture, "status" | "reason">;

interface Counts {
  readonly severe: number;
  readonly on: number;
  readonly off: number;
}

function standingOf({ findings, judged, waived, gaps }: JudgedRules, { severe, on, off }: Counts): Status {
  if (on === 0) {
    const reason = off > 0 ? "Every rule that checks it is off." : "No rule checks it.";
    return { status: "not-checked", reason };
  }
  if (severe > 0)
    return {
      status: "failed",
      reason: severe === 1 ? "1 finding stands against it." : `${severe} findings stand against it.`,
    };
  // What was not read may hold what a rule would find.
  const [gap] = gaps;
  if (gap !== undefined) {
    const more = gaps.length > 1 ? `, and ${gaps.length - 1} more` : "";
    return {
      status: "not-checked",
      reason: `Not everything could be judged: ${gap.file ?? gap.subject ?? gap.code}${more}.`,
    };
  }
  if (findings.length > 0) return { status: "noted" };
  if (judged.length > 0 || waived.length > 0) return { status: "passed" };
  return { status: "nothing-to-judge", reason: "The workspace holds nothing that its rules look at." };
}

function findingProof({ ruleId, severity, message, file, range, fingerprint }: Finding): Proof {
  return { kind: "finding", rule: ruleId, severity, message, file, range, fingerprint };
}

function waivedProof({ finding, by, justification, expires }: WaivedFinding): Proof {
  const { ruleId, message, file, range } = finding;
  const until = expires === undefined ? {} : { expires };
  return { kind: "waived", rule: ruleId, message, file, range, by, justification, ...until };
}
