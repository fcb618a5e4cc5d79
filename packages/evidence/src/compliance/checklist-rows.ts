import type { ComplianceResult, ComplianceRun, ResultValue } from "@plimsoll/core";

/** The four states of a STIG checklist. */
export type ChecklistStatus = "open" | "not_a_finding" | "not_applicable" | "not_reviewed";

/** A requirement of a checklist: a rule with the worst of its instances. */
export interface ChecklistRow {
  readonly result: ComplianceResult;
  readonly status: ChecklistStatus;
  /** What was found, over all instances. */
  readonly details: string;
  readonly comments: string;
}

/** An error or an unknown result is no answer: a person has to look. */
const STATUSES: Readonly<Record<ResultValue, ChecklistStatus | undefined>> = {
  pass: "not_a_finding",
  fixed: "not_a_finding",
  fail: "open",
  notapplicable: "not_applicable",
  error: "not_reviewed",
  unknown: "not_reviewed",
  notchecked: "not_reviewed",
  informational: "not_reviewed",
  notselected: undefined,
};

const WORST_FIRST: readonly ChecklistStatus[] = ["open", "not_reviewed", "not_a_finding", "not_applicable"];

/** A run's rules as rows, in the order of the run; a rule that was not selected is none of the checklist's. */
export function checklistRows(
  run: ComplianceRun,
  waivers: ReadonlyMap<ComplianceResult, string>,
): readonly ChecklistRow[] {
  const byRule = new Map<string, ComplianceResult[]>();
  for (const result of run.results) {
    if (STATUSES[result.result] === undefined) continue;
    const instances = byRule.get(result.ruleId);
    if (instances === undefined) byRule.set(result.ruleId, [result]);
    else instances.push(result);
  }
  return [...byRule.values()].flatMap((instances) => {
    const row = rowOf(instances, waivers);
    return row === undefined ? [] : [row];
  });
}

function rowOf(
  instances: readonly ComplianceResult[],
  waivers: ReadonlyMap<ComplianceResult, string>,
): ChecklistRow | undefined {
  const statuses = new Set(instances.map(({ result }) => STATUSES[result]));
  const status = WORST_FIRST.find((candidate) => statuses.has(candidate));
  const result = instances.find((instance) => STATUSES[instance.result] === status);
  if (status === undefined || result === undefined) return undefined;
  const waiver = instances.map((instance) => waivers.get(instance)).find((id) => id !== undefined);
  return {
    result,
    status,
    details: unique(instances.flatMap(detailsOf)).join("\n"),
    comments: unique([
      ...instances.map(({ comments }) => comments),
      ...(waiver === undefined ? [] : [`Excused by the waiver ${waiver}.`]),
    ]).join("\n"),
  };
}

function detailsOf({ details, instance, result, messages, overrides }: ComplianceResult): readonly string[] {
  const found = details === "" ? `Result: ${result}${instance === "" ? "" : ` for ${instance}`}` : details;
  const changed = overrides.map(
    ({ authority, from, to, remark }) => `Changed from ${from} to ${to} by ${authority}: ${remark}`,
  );
  return [found, ...messages, ...changed];
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ""))];
}
