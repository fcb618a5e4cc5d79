import type { PackageBook } from "../identity/package-book.ts";
import {
  entriesOf,
  listOf,
  memberOf,
  numberOf,
  textAt,
  textOf,
  textsOf,
  type PlainRecord,
} from "../json/plain.ts";
import type { FindingMaker } from "../report/make-report.ts";
import type {
  CvssEntry,
  FindingLocation,
  FindingStatus,
  Fix,
  FixState,
  ReportedFinding,
  SourcedSeverity,
  Suppression,
} from "../report/scan-report.ts";
import { NONE } from "../report/scan-report.ts";
import { severityOf, type Severity } from "../report/severity.ts";

/** What stands around a vulnerability: the result that lists it. */
export interface TrivyPlace {
  readonly book: PackageBook;
  readonly maker: FindingMaker;
  /** purl type of the result's packages. */
  readonly type: string | undefined;
  readonly distribution: string | undefined;
  /** File in the image, for packages of languages. */
  readonly path: string | undefined;
  /** Object of a cluster. */
  readonly resource: string | undefined;
  /** Names of source packages, by `name@version`. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Reads one vulnerability; undefined where it names none. */
export function trivyFinding(
  entry: PlainRecord,
  place: TrivyPlace,
  suppressed?: Suppression,
): ReportedFinding | undefined {
  const id = textOf(entry["VulnerabilityID"]);
  if (id === undefined) return undefined;
  const name = textOf(entry["PkgName"]);
  const version = textOf(entry["InstalledVersion"]);
  const status = STATUSES.get(textOf(entry["Status"]) ?? "") ?? "unknown";
  return place.maker.make({
    id,
    names: textsOf(entry["VendorIDs"]),
    package: place.book.identify({
      purl: textAt(entry, "PkgIdentifier", "PURL"),
      name,
      version,
      type: place.type,
      distribution: place.distribution,
      sourceName: place.sources.get(`${name ?? ""}@${version ?? ""}`),
    }),
    locations: locationsOf(entry, place),
    severity: severityOf(textOf(entry["Severity"])),
    severitySource: textOf(entry["SeveritySource"]),
    severities: severitiesOf(entry["VendorSeverity"]),
    cvss: cvssOf(entry["CVSS"]),
    fix: fixOf(textOf(entry["FixedVersion"]), status),
    status,
    feed: textAt(entry, "DataSource", "ID"),
    match: undefined,
    published: textOf(entry["PublishedDate"]),
    modified: textOf(entry["LastModifiedDate"]),
    title: textOf(entry["Title"]) ?? textOf(entry["Description"])?.slice(0, 200),
    url: textOf(entry["PrimaryURL"]),
    weaknesses: textsOf(entry["CweIDs"]),
    suppressed,
  });
}

const STATUSES: ReadonlyMap<string, FindingStatus> = new Map<string, FindingStatus>([
  ["affected", "affected"],
  ["fixed", "fixed"],
  ["under_investigation", "under-investigation"],
  ["will_not_fix", "will-not-fix"],
  ["fix_deferred", "fix-deferred"],
  ["end_of_life", "end-of-life"],
  ["not_affected", "not-affected"],
]);

function locationsOf(entry: PlainRecord, place: TrivyPlace): readonly FindingLocation[] {
  const path = textOf(entry["PkgPath"]) ?? place.path;
  const layer = textAt(entry, "Layer", "Digest") ?? textAt(entry, "Layer", "DiffID");
  if (path === undefined && layer === undefined && place.resource === undefined) return NONE;
  return [place.maker.place({ path, layer, resource: place.resource })];
}

const LEVELS: readonly Severity[] = ["unknown", "low", "medium", "high", "critical"];

function severitiesOf(value: unknown): readonly SourcedSeverity[] {
  return entriesOf(value).map(([source, level]) => ({
    source,
    severity: LEVELS[numberOf(level) ?? 0] ?? "unknown",
  }));
}

const CVSS_MEMBERS = [
  { vector: "V2Vector", score: "V2Score", version: "2.0" },
  { vector: "V3Vector", score: "V3Score", version: "3.0" },
  { vector: "V40Vector", score: "V40Score", version: "4.0" },
  { vector: "V4Vector", score: "V4Score", version: "4.0" },
] as const;

function cvssOf(value: unknown): readonly CvssEntry[] {
  const entries: CvssEntry[] = [];
  for (const [source, scores] of entriesOf(value)) {
    for (const names of CVSS_MEMBERS) {
      const vector = textOf(memberOf(scores, names.vector));
      const score = numberOf(memberOf(scores, names.score));
      if (vector === undefined && score === undefined) continue;
      const isNewer = names.version === "3.0" && vector?.startsWith("CVSS:3.1") === true;
      entries.push({ source, version: isNewer ? "3.1" : names.version, vector, score });
    }
  }
  return entries.length === 0 ? NONE : entries;
}

const FIX_STATES: Readonly<Record<FindingStatus, FixState>> = {
  fixed: "fixed",
  affected: "not-fixed",
  "will-not-fix": "wont-fix",
  "fix-deferred": "deferred",
  "end-of-life": "wont-fix",
  "under-investigation": "not-fixed",
  "not-affected": "unknown",
  unknown: "not-fixed",
};

/** Old reports have no status; there, no fixed version means that there is none. */
function fixOf(fixed: string | undefined, status: FindingStatus): Fix {
  const versions = (fixed ?? "")
    .split(",")
    .map((version) => version.trim())
    .filter((version) => version !== "");
  return versions.length === 0
    ? { state: FIX_STATES[status] === "fixed" ? "unknown" : FIX_STATES[status], versions: NONE }
    : { state: "fixed", versions };
}

/** Names of source packages that a result's package list tells. */
export function sourcesOf(packages: unknown): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const item of listOf(packages)) {
    const [name, source] = [textAt(item, "Name"), textAt(item, "SrcName")];
    if (name === undefined || source === undefined) continue;
    for (const version of packageVersions(item)) sources.set(`${name}@${version}`, source);
  }
  return sources;
}

/** The versions as vulnerabilities write them: with epoch and release where there are some. */
export function packageVersions(item: unknown): readonly string[] {
  const [version = "", release] = [textAt(item, "Version"), textAt(item, "Release")];
  const epoch = numberOf(memberOf(item, "Epoch")) ?? 0;
  const full = release === undefined ? version : `${version}-${release}`;
  return epoch === 0 ? [full] : [`${epoch}:${full}`];
}
