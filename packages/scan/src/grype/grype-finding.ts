import { ecosystemOf } from "../identity/ecosystem.ts";
import type { PackageBook } from "../identity/package-book.ts";
import type { PackageIdentity } from "../identity/package-identity.ts";
import { listOf, memberOf, numberOf, textAt, textOf, textsOf, type PlainRecord } from "../json/plain.ts";
import { timeOf } from "../report/digest.ts";
import type { FindingMaker } from "../report/make-report.ts";
import {
  NONE,
  type CvssEntry,
  type Epss,
  type FindingLocation,
  type FindingStatus,
  type Fix,
  type FixState,
  type KnownExploit,
  type MatchKind,
  type ReportedFinding,
  type SourcedSeverity,
  type Suppression,
} from "../report/scan-report.ts";
import { severityOf } from "../report/severity.ts";

/** What stands around a match. */
export interface GrypePlace {
  readonly book: PackageBook;
  readonly maker: FindingMaker;
  readonly distribution: string | undefined;
}

/** Reads one match; undefined where it names no vulnerability. */
export function grypeFinding(
  match: PlainRecord,
  place: GrypePlace,
  suppressed?: Suppression,
): ReportedFinding | undefined {
  const vulnerability = match["vulnerability"];
  const id = textAt(vulnerability, "id");
  if (id === undefined) return undefined;
  const related = listOf(match["relatedVulnerabilities"]);
  const all = related.length === 0 ? [vulnerability] : [vulnerability, ...related];
  const fix = fixOf(vulnerability);
  const feed = textAt(vulnerability, "namespace");
  return place.maker.make({
    id,
    names: related.length === 0 ? NONE : related.flatMap((other) => textAt(other, "id") ?? []),
    package: packageOf(match["artifact"], place),
    locations: locationsOf(memberOf(match["artifact"], "locations"), place.maker),
    severity: severityOf(textAt(vulnerability, "severity")),
    severitySource: feed,
    severities: severitiesOf(all),
    cvss: cvssOf(all),
    fix,
    status: STATUSES[fix.state],
    feed,
    match: matchOf(match["matchDetails"]),
    exploited: exploitOf(all),
    epss: epssOf(all),
    published: timeOf(textAt(vulnerability, "publishedDate")),
    modified: timeOf(textAt(vulnerability, "modifiedDate")),
    title: titleOf(all),
    url: textAt(vulnerability, "dataSource"),
    weaknesses: weaknessesOf(all),
    suppressed,
  });
}

const STATUSES: Readonly<Record<FixState, FindingStatus>> = {
  fixed: "fixed",
  "not-fixed": "affected",
  "wont-fix": "will-not-fix",
  deferred: "fix-deferred",
  unknown: "unknown",
};

/** The package that a match, or an entry of a package list, names. */
export function packageOf(
  artifact: unknown,
  { book, distribution }: Pick<GrypePlace, "book" | "distribution">,
): PackageIdentity {
  const kind = textAt(artifact, "type");
  return book.identify({
    purl: textAt(artifact, "purl"),
    name: textAt(artifact, "name"),
    version: textAt(artifact, "version"),
    type: kind === undefined ? undefined : ecosystemOf(kind),
    distribution,
    sourceName: textAt(listOf(memberOf(artifact, "upstreams"))[0], "name"),
  });
}

/** Older reports list paths as texts. */
function locationsOf(value: unknown, maker: FindingMaker): readonly FindingLocation[] {
  const locations = listOf(value).flatMap((item): readonly FindingLocation[] => {
    const path = textOf(item) ?? textAt(item, "path") ?? textAt(item, "realPath");
    const layer = textAt(item, "layerID");
    return path === undefined && layer === undefined
      ? []
      : [maker.place({ path, layer, resource: undefined })];
  });
  return locations.length === 0 ? NONE : locations;
}

function severitiesOf(vulnerabilities: readonly unknown[]): readonly SourcedSeverity[] {
  const severities: SourcedSeverity[] = [];
  for (const vulnerability of vulnerabilities) {
    const word = textAt(vulnerability, "severity");
    if (word === undefined) continue;
    severities.push({ source: textAt(vulnerability, "namespace") ?? "grype", severity: severityOf(word) });
  }
  return severities;
}

/** The first description that there is, cut. */
function titleOf(vulnerabilities: readonly unknown[]): string | undefined {
  for (const vulnerability of vulnerabilities) {
    const text = textAt(vulnerability, "description");
    if (text !== undefined) return text.slice(0, 200);
  }
  return undefined;
}

function cvssOf(vulnerabilities: readonly unknown[]): readonly CvssEntry[] {
  const entries: CvssEntry[] = [];
  for (const vulnerability of vulnerabilities) {
    for (const item of listOf(memberOf(vulnerability, "cvss"))) {
      const vector = textAt(item, "vector");
      const score = numberOf(memberOf(memberOf(item, "metrics"), "baseScore"));
      if (vector === undefined && score === undefined) continue;
      const source = textAt(item, "source") ?? textAt(vulnerability, "namespace") ?? "grype";
      entries.push({ source, version: textAt(item, "version") ?? "unknown", vector, score });
    }
  }
  return entries.length === 0 ? NONE : entries;
}

const FIX_STATES: ReadonlyMap<string, FixState> = new Map<string, FixState>([
  ["fixed", "fixed"],
  ["not-fixed", "not-fixed"],
  ["wont-fix", "wont-fix"],
  ["deferred", "deferred"],
]);

/** Reports before 0.13 have one `fixedInVersion`. */
function fixOf(vulnerability: unknown): Fix {
  const fix = memberOf(vulnerability, "fix");
  const old = textAt(vulnerability, "fixedInVersion");
  const versions = old === undefined ? textsOf(memberOf(fix, "versions")) : [old];
  const state = FIX_STATES.get(textAt(fix, "state") ?? "") ?? (versions.length > 0 ? "fixed" : "unknown");
  return { state, versions: versions.length === 0 ? NONE : versions };
}

const MATCHES: ReadonlyMap<string, MatchKind> = new Map<string, MatchKind>([
  ["exact-direct-match", "direct"],
  ["exact-indirect-match", "indirect"],
  ["cpe-match", "cpe"],
]);

/** The surest way in which it was found. */
function matchOf(value: unknown): MatchKind | undefined {
  const details = Array.isArray(value) ? listOf(value) : [value];
  const kinds = details.map((detail) =>
    MATCHES.get(textAt(detail, "type") ?? textAt(detail, "matchType") ?? ""),
  );
  return (["direct", "indirect", "cpe"] as const).find((kind) => kinds.includes(kind));
}

function exploitOf(vulnerabilities: readonly unknown[]): KnownExploit | undefined {
  for (const vulnerability of vulnerabilities) {
    const [first] = listOf(memberOf(vulnerability, "knownExploited"));
    if (first === undefined) continue;
    return {
      added: textAt(first, "dateAdded"),
      due: textAt(first, "dueDate"),
      ransomware: textAt(first, "knownRansomwareCampaignUse")?.toLowerCase() === "known",
    };
  }
  return undefined;
}

/** The highest of the scores that it names. */
function epssOf(vulnerabilities: readonly unknown[]): Epss | undefined {
  let highest: Epss | undefined;
  for (const vulnerability of vulnerabilities) {
    for (const item of listOf(memberOf(vulnerability, "epss"))) {
      const score = numberOf(memberOf(item, "epss"));
      if (score === undefined || (highest !== undefined && highest.score >= score)) continue;
      const percentile = numberOf(memberOf(item, "percentile"));
      highest = { score, percentile, date: timeOf(textAt(item, "date")) };
    }
  }
  return highest;
}

/** Each once, of all vulnerabilities. */
function weaknessesOf(vulnerabilities: readonly unknown[]): readonly string[] {
  let found: Set<string> | undefined;
  for (const vulnerability of vulnerabilities) {
    for (const item of listOf(memberOf(vulnerability, "cwes"))) {
      const id = textOf(item) ?? textAt(item, "cwe");
      if (id !== undefined) (found ??= new Set()).add(id);
    }
  }
  return found === undefined ? NONE : [...found];
}
