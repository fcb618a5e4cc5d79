import type { ComplianceResult, ResultValue } from "@plimsoll/core";
import type { Problems } from "../problems.ts";
import { readSeverity } from "../xccdf/rule-facts.ts";

/** A requirement of a checklist, whichever file format it came from. */
export interface ChecklistEntry {
  readonly ruleId: string;
  readonly status: string;
  readonly severity: string;
  readonly severityOverride: string;
  readonly title: string;
  readonly groupId: string;
  readonly groupTitle: string;
  readonly stigId: string;
  readonly weight: string;
  readonly ccis: readonly string[];
  readonly legacyIds: readonly string[];
  readonly discussion: string;
  readonly checkText: string;
  readonly fixText: string;
  readonly details: string;
  readonly comments: string;
  readonly line: number;
}

/** CKL writes `NotAFinding`, CKLB `not_a_finding`: compared without case and underscores. */
const STATUSES: ReadonlyMap<string, ResultValue> = new Map([
  ["open", "fail"],
  ["notafinding", "pass"],
  ["notapplicable", "notapplicable"],
  ["notreviewed", "notchecked"],
  ["", "notchecked"],
]);

const NO_EVENTS = {
  time: "",
  instance: "",
  messages: [],
  checks: [],
  overrides: [],
  references: [],
  cces: [],
};

export function checklistResult(entry: ChecklistEntry, problems: Problems): ComplianceResult {
  const { severity, severityOverride, status, line, legacyIds, ...texts } = entry;
  const value = STATUSES.get(status.toLowerCase().replaceAll("_", ""));
  if (value === undefined) {
    const what = `"${status}" is no status of ${entry.groupId || entry.ruleId}; it counts as unknown.`;
    problems.add("scap/unknown-result", what, line);
  }
  return {
    ...NO_EVENTS,
    ...texts,
    result: value ?? "unknown",
    severity: readSeverity(severityOverride === "" ? severity : severityOverride),
    identifiers: [
      ...entry.ccis.map((cci) => ({ system: "http://iase.disa.mil/cci", value: cci })),
      ...legacyIds.map((id) => ({ system: "legacy", value: id })),
    ],
  };
}
