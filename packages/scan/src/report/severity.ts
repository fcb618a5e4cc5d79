/** How bad a vulnerability is, worst first. `unknown` is no level: nobody has judged it yet. */
export type Severity = (typeof SEVERITIES)[number];

export const SEVERITIES = ["critical", "high", "medium", "low", "negligible", "unknown"] as const;

const WORDS: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ["critical", "critical"],
  ["high", "high"],
  ["important", "high"],
  ["medium", "medium"],
  ["moderate", "medium"],
  ["low", "low"],
  ["negligible", "negligible"],
  ["none", "negligible"],
  ["info", "negligible"],
  ["informational", "negligible"],
  ["unimportant", "negligible"],
]);

/** The level that a scanner's word stands for; `unknown` for a word that no scanner is known to use. */
export function severityOf(word: string | undefined): Severity {
  if (word === undefined || word.length > 20) return "unknown";
  return WORDS.get(word.trim().toLowerCase()) ?? "unknown";
}

/** The level that a CVSS base score stands for (FIRST, qualitative rating scale of CVSS 3 and 4). */
export function severityOfScore(score: number | undefined): Severity {
  if (score === undefined || !(score >= 0 && score <= 10)) return "unknown";
  if (score >= 9) return "critical";
  if (score >= 7) return "high";
  if (score >= 4) return "medium";
  return score > 0 ? "low" : "negligible";
}

const RANKS: Readonly<Record<Severity, number>> = {
  critical: 5,
  high: 4,
  medium: 3,
  low: 2,
  negligible: 1,
  unknown: 0,
};

/** A number that grows with the severity; `unknown` is 0. */
export function severityRank(severity: Severity): number {
  return RANKS[severity];
}

/** The worst of some levels; `unknown` only where all are. */
export function worstSeverity(severities: Iterable<Severity>): Severity {
  let worst: Severity = "unknown";
  for (const severity of severities) if (RANKS[severity] > RANKS[worst]) worst = severity;
  return worst;
}
