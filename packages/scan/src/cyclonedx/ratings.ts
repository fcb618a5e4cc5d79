import { isRecord, listOf, numberOf, textAt, textOf, type PlainRecord } from "../json/plain.ts";
import type { CvssEntry, Epss, SourcedSeverity } from "../report/scan-report.ts";
import { severityOf, severityOfScore, worstSeverity, type Severity } from "../report/severity.ts";

/** What the ratings of a vulnerability say, sorted by kind. */
export interface Ratings {
  /** The worst of all; by score where no rating has a word. */
  readonly severity: Severity;
  readonly severities: readonly SourcedSeverity[];
  readonly cvss: readonly CvssEntry[];
  readonly epss: Epss | undefined;
}

const METHODS: ReadonlyMap<string, string> = new Map([
  ["CVSSv2", "2.0"],
  ["CVSSv3", "3.0"],
  ["CVSSv31", "3.1"],
  ["CVSSv4", "4.0"],
]);

export function readRatings(value: unknown): Ratings {
  const severities: SourcedSeverity[] = [];
  const cvss: CvssEntry[] = [];
  let epss: Epss | undefined;
  for (const rating of listOf(value)) {
    if (!isRecord(rating)) continue;
    const source = textAt(rating, "source", "name") ?? "unknown";
    const score = numberOf(rating["score"]);
    const version = METHODS.get(textOf(rating["method"]) ?? "");
    if (isEpss(rating) && score !== undefined) {
      epss = { score, percentile: undefined, date: undefined };
      continue;
    }
    const word = textOf(rating["severity"]);
    if (word !== undefined) severities.push({ source, severity: severityOf(word) });
    const vector = textOf(rating["vector"]);
    if (version !== undefined && (vector !== undefined || score !== undefined))
      cvss.push({ source, version, vector, score });
  }
  const stated = worstSeverity(severities.map(({ severity }) => severity));
  const scored = worstSeverity(cvss.map(({ score }) => severityOfScore(score)));
  return { severity: stated === "unknown" ? scored : stated, severities, cvss, epss };
}

/** CycloneDX has no method for EPSS; scanners write `other` with the source FIRST. */
function isEpss(rating: PlainRecord): boolean {
  const name = textAt(rating, "source", "name")?.toLowerCase() ?? "";
  const url = textAt(rating, "source", "url") ?? "";
  return rating["method"] === "other" && (name.includes("epss") || url.includes("first.org/epss"));
}
