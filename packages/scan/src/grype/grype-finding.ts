import { ecosystemOf } from "../identity/ecosystem.ts";
import type { PackageBook } from "../identity/package-book.ts";
import type { PackageIdentity } from "../identity/package-identity.ts";
import { listOf, memberOf, numberOf, textAt, textOf, textsOf, type PlainRecord } from "../json/plain.ts";
import { timeOf } from "../report/digest.ts";
import { makeFinding } from "../report/make-report.ts";
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
  const all = [vulnerability, ...related];
  const fix = fixOf(vulnerability);
  const feed = textAt(vulnerability, "namespace");
  return makeFinding({
    id,
    names: related.flatMap((other) => textAt(other, "id") ?? []),
    package: packageOf(match["artifact"], place),
    locations: locationsOf(memberOf(match["artifact"], "locations")),
    severity: severityOf(textAt(vulnerability, "severity")),
    severitySource: feed,
    severities: all.flatMap(sourcedSeverity),
    cvss: cvssOf(all),
    fix,
    status: STATUSES[fix.state],
    feed,
    match: matchOf(match["matchDetails"]),
    exploited: exploitOf(all),
    epss: epssOf(all),
    published: timeOf(textAt(vulnerability, "publishedDate")),
    modified: timeOf(textAt(vulnerability, "modifiedDate")),
    title: all
      .map((one) => textAt(one, "description"))
      .find((text) => text !== undefined)
      ?.slice(0, 200),
    url: textAt(vulnerability, "dataSource"),
    weaknesses: [...new Set(all.flatMap((one) => weaknessesOf(memberOf(one, "cwes"))))],
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
export function packageOf(artifact: unknown, { book, distribution }: GrypePlace): PackageIdentity {
  const kind = textAt(artifact, "type");
  return book.identify({
    purl: textAt(artifact, "purl"),
    name: textAt(artifact, "name"),
    version: textAt(artifact, "version"),
    type: kind === undefined ? undefined : ecosystemOf(kind),
    distribution,
    sourceName: listOf(memberOf(artifact, "upstreams"))
      .map((upstream) => textAt(upstream, "name"))
      .find((name) => name !== undefined),
  });
}

/** Older reports list paths as texts. */
function locationsOf(value: unknown): readonly FindingLocation[] {
  const locations = listOf(value).flatMap((item): readonly FindingLocation[] => {
    const path = textOf(item) ?? textAt(item, "path") ?? textAt(item, "realPath");
    const layer = textAt(item, "layerID");
    return path === undefined && layer === undefined ? [] : [{ path, layer, resource: undefined }];
  });
  return locations.length === 0 ? NONE : locations;
}

function sourcedSeverity(vulnerability: unknown): readonly SourcedSeverity[] {
  const word = textAt(vulnerability, "severity");
  if (word === undefined) return [];
  return [{ source: textAt(vulnerability, "namespace") ?? "grype", severity: severityOf(word) }];
}

function cvssOf(vulnerabilities: readonly unknown[]): readonly CvssEntry[] {
  const entries = vulnerabilities.flatMap((vulnerability) =>
    listOf(memberOf(vulnerability, "cvss")).flatMap((item): readonly CvssEntry[] => {
      const vector = textAt(item, "vector");
      const score = numberOf(memberOf(memberOf(item, "metrics"), "baseScore"));
      if (vector === undefined && score === undefined) return [];
      const source = textAt(item, "source") ?? textAt(vulnerability, "namespace") ?? "grype";
      return [{ source, version: textAt(item, "version") ?? "unknown", vector, score }];
    }),
  );
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
  for (const item of vulnerabilities.flatMap((one) => listOf(memberOf(one, "epss")))) {
    const score = numberOf(memberOf(item, "epss"));
    if (score === undefined || (highest !== undefined && highest.score >= score)) continue;
    highest = {
      score,
      percentile: numberOf(memberOf(item, "percentile")),
      date: timeOf(textAt(item, "date")),
    };
  }
  return highest;
}

function weaknessesOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? textAt(item, "cwe") ?? []);
}
