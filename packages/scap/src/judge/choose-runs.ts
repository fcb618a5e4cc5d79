import type { ComplianceReport, ComplianceRun } from "@plimsoll/core";

export type ChosenRuns = { readonly runs: readonly ComplianceRun[] } | { readonly reason: string };

/**
 * The run that counts: the one that is asked for by its id or profile, else the one that ended last. Several that cannot be told
 * apart are not merged. The STIGs of one checklist are no repetitions of each other: all of them count.
 */
export function chooseRuns(report: ComplianceReport, wanted: string | undefined): ChosenRuns {
  const { runs, rules, definitions, format } = report;
  if (runs.length === 0) {
    const content = `${rules.length} rules and ${definitions.length} OVAL definitions`;
    return { reason: `The file holds ${content}, and no run that judged rules.` };
  }
  if (wanted !== undefined) return byName(runs, wanted);
  if (runs.length === 1 || format === "ckl" || format === "cklb" || format === "hdf") return { runs };
  return latest(runs);
}

function byName(runs: readonly ComplianceRun[], wanted: string): ChosenRuns {
  const found = runs.filter(({ id, profile }) => id === wanted || profile === wanted);
  if (found.length > 1) return latest(found);
  if (found.length === 1) return { runs: found };
  return { reason: `No run has the id or profile "${wanted}": ${namesOf(runs)}.` };
}

function latest(runs: readonly ComplianceRun[]): ChosenRuns {
  const dated = runs
    .map((run) => ({ run, end: Date.parse(run.endTime || run.startTime) }))
    .filter(({ end }) => !Number.isNaN(end))
    .sort((a, b) => b.end - a.end);
  const [first, second] = dated;
  if (first === undefined || dated.length < runs.length || first.end === second?.end) {
    return { reason: `Several runs, and their times do not tell which counts: ${namesOf(runs)}.` };
  }
  return { runs: [first.run] };
}

function namesOf(runs: readonly ComplianceRun[]): string {
  return runs.map(({ id }) => id).join(", ");
}
