import type { MergedFinding, MergedScan } from "../merge/merged-scan.ts";
import { isUmbrella } from "../identity/vulnerability-id.ts";
import type { ScanReport } from "../report/scan-report.ts";

/** What one family's reports hold, made ready to say why they lack a finding. */
export interface FamilySide {
  readonly reports: readonly ScanReport[];
  /** Digests of the images that they are on. */
  readonly digests: ReadonlySet<string>;
  /** Packages that it names, by vulnerability. */
  readonly packagesOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Packages by advisory: the advisories that it names, and what they cover. */
  readonly advisoriesOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys and ids of the packages that it lists; undefined where it lists none. */
  readonly listed: ReadonlySet<string> | undefined;
  /** Feeds that it cites, by one name. */
  readonly feeds: ReadonlySet<string>;
  /** When its newest database was built, in milliseconds; undefined where one of them does not say. */
  readonly newestDatabase: number | undefined;
}

/** All families of a scan by name. */
export type ReasonIndex = ReadonlyMap<string, FamilySide>;

export function indexReasons(scan: MergedScan): ReasonIndex {
  const names = [...new Set(scan.families.map(({ name }) => name))];
  return new Map(names.map((name) => [name, sideOf(name, scan)]));
}

function sideOf(name: string, scan: MergedScan): FamilySide {
  const reports = scan.reports.filter((_, number) => scan.families[number]?.name === name);
  const packagesOf = new Map<string, Set<string>>();
  const advisoriesOf = new Map<string, Set<string>>();
  for (const finding of scan.findings) {
    if (!finding.families.includes(name)) continue;
    add(packagesOf, finding.vulnerability.primary, finding.package.key);
    for (const id of advisoriesIn(finding)) add(advisoriesOf, id, finding.package.key);
  }
  const built = reports.map(({ database }) =>
    database.built === undefined ? Number.NaN : Date.parse(database.built),
  );
  const newest = Math.max(...built);
  return {
    reports,
    digests: new Set(reports.flatMap(({ target }) => target.digests)),
    packagesOf,
    advisoriesOf,
    listed: listedPackages(reports),
    feeds: citedFeeds(reports),
    newestDatabase: Number.isFinite(newest) ? newest : undefined,
  };
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function advisoriesIn({ vulnerability, related }: MergedFinding): readonly string[] {
  const own = vulnerability.ids.filter(isUmbrella);
  return own.length === 0 ? related : [...own, ...related];
}

function listedPackages(reports: readonly ScanReport[]): ReadonlySet<string> | undefined {
  const lists = reports.filter(({ inventory }) => inventory.listed);
  if (lists.length === 0) return undefined;
  const listed = new Set<string>();
  for (const { inventory } of lists) {
    for (const { key, id } of inventory.packages) {
      listed.add(key);
      listed.add(id);
    }
  }
  return listed;
}

function citedFeeds(reports: readonly ScanReport[]): ReadonlySet<string> {
  const raw = new Set<string>();
  for (const { findings } of reports) for (const { feed } of findings) if (feed !== undefined) raw.add(feed);
  return new Set([...raw].map(feedName));
}

/** A feed by one name: `github:language:go` and `ghsa` are one, `debian:distro:debian:12` and `debian` too. */
export function feedName(feed: string): string {
  const lower = feed.slice(0, 100).toLowerCase();
  if (lower.startsWith("github")) return "ghsa";
  if (lower.startsWith("nvd")) return "nvd";
  const end = lower.search(/[:\s]/);
  const first = end === -1 ? lower : lower.slice(0, end);
  return first.startsWith("redhat") || first === "rhel" ? "redhat" : first;
}
