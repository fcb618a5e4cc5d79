import type { MergedFinding, MergedScan } from "../merge/merged-scan.ts";
import type { ReportedFinding, ScanReport } from "../report/scan-report.ts";
import { fixStateOf, isPastFix } from "./differences.ts";
import type { OneSidedReason } from "./comparison.ts";

/** What is looked up for every one-sided finding, gathered once. */
export interface ReasonIndex {
  readonly scan: MergedScan;
  /** Numbers of the reports of each family. */
  readonly reportsOf: ReadonlyMap<string, readonly number[]>;
  /** For each family, `vulnerability package` without versions. */
  readonly anyVersion: ReadonlySet<string>;
  /** For each family, `id package` for ids and related advisories. */
  readonly advisories: ReadonlySet<string>;
  /** For each family, package keys and ids that it lists. */
  readonly packages: ReadonlyMap<string, ReadonlySet<string>>;
  /** For each family, the feeds that it cites. */
  readonly feeds: ReadonlyMap<string, ReadonlySet<string>>;
}

export function indexReasons(scan: MergedScan): ReasonIndex {
  const reportsOf = new Map<string, number[]>();
  for (const [number, family] of scan.families.entries())
    reportsOf.set(family.name, [...(reportsOf.get(family.name) ?? []), number]);
  const anyVersion = new Set<string>();
  const advisories = new Set<string>();
  for (const finding of scan.findings) {
    const { key } = finding.package;
    for (const family of finding.families) {
      anyVersion.add(`${family} ${finding.vulnerability.primary} ${key}`);
      for (const id of finding.vulnerability.ids) advisories.add(`${family} ${id} ${key}`);
      for (const id of finding.related) advisories.add(`${family} ${id} ${key}`);
    }
  }
  return { scan, reportsOf, anyVersion, advisories, packages: listedPackages(scan), feeds: citedFeeds(scan) };
}

function listedPackages(scan: MergedScan): ReadonlyMap<string, ReadonlySet<string>> {
  const packages = new Map<string, Set<string>>();
  for (const [number, { inventory }] of scan.reports.entries()) {
    if (!inventory.listed) continue;
    const family = scan.families[number]?.name ?? "";
    const listed = packages.get(family) ?? new Set();
    packages.set(family, listed);
    for (const { key, id } of inventory.packages) {
      listed.add(key);
      listed.add(id);
    }
  }
  return packages;
}

function citedFeeds(scan: MergedScan): ReadonlyMap<string, ReadonlySet<string>> {
  const feeds = new Map<string, Set<string>>();
  for (const [number, report] of scan.reports.entries()) {
    const family = scan.families[number]?.name ?? "";
    const cited = feeds.get(family) ?? new Set();
    feeds.set(family, cited);
    for (const { feed } of report.findings) if (feed !== undefined) cited.add(feedName(feed));
  }
  return feeds;
}

/** A feed by one name: `github:language:go` and `ghsa` are one, `debian:distro:debian:12` and `debian` too. */
export function feedName(feed: string): string {
  const lower = feed.toLowerCase();
  if (lower.startsWith("github")) return "ghsa";
  if (lower.startsWith("nvd")) return "nvd";
  const end = lower.search(/[:\s]/);
  const first = end === -1 ? lower : lower.slice(0, end);
  return first.startsWith("redhat") || first === "rhel" ? "redhat" : first;
}

/** Why a family may lack a finding, the likeliest reason first. */
export function reasonsFor(
  finding: MergedFinding,
  family: string,
  index: ReasonIndex,
): readonly OneSidedReason[] {
  const reasons: OneSidedReason[] = [];
  const add = (holds: boolean, reason: OneSidedReason): void => {
    if (holds) reasons.push(reason);
  };
  const others = (index.reportsOf.get(family) ?? []).flatMap((number) => index.scan.reports[number] ?? []);
  const seen = finding.observations.map((observation) => observation.finding);
  const { key, id } = finding.package;
  const listed = index.packages.get(family);
  add(!sharesTarget(finding, others, index.scan), "target-differs");
  add(index.anyVersion.has(`${family} ${finding.vulnerability.primary} ${key}`), "version-differs");
  add(isCovered(finding, family, index), "advisory-covers-several");
  add(finding.package.name === "", "package-unnamed");
  add(listed !== undefined && !listed.has(key) && !hasSource(finding, listed), "package-not-listed");
  add(listed !== undefined && listed.has(key) && !listed.has(id), "package-version-differs");
  add(isFilteredOut(finding, others), "filtered-out");
  add(
    seen.every(({ match }) => match === "cpe"),
    "cpe-match",
  );
  add(isPastFix(finding), "already-fixed");
  add(isNewerThanDatabase(seen, others), "database-older");
  add(usesOtherFeed(seen, index.feeds.get(family)), "feed-not-used");
  add(
    seen.some(({ title }) => title !== undefined && isWithdrawn(title)),
    "withdrawn-or-disputed",
  );
  return reasons.length === 0 ? ["unknown"] : reasons;
}

function isCovered(finding: MergedFinding, family: string, index: ReasonIndex): boolean {
  const { key } = finding.package;
  return [...finding.vulnerability.ids, ...finding.related].some((id) =>
    index.advisories.has(`${family} ${id} ${key}`),
  );
}

function hasSource(finding: MergedFinding, listed: ReadonlySet<string>): boolean {
  return finding.observations.some(({ finding: seen }) => {
    const source = seen.package.sourceKey;
    return source !== undefined && listed.has(source);
  });
}

/** False only where both sides name digests and have none in common. */
function sharesTarget(finding: MergedFinding, others: readonly ScanReport[], scan: MergedScan): boolean {
  const own = finding.observations.flatMap(({ report }) => scan.reports[report]?.target.digests ?? []);
  const theirs = others.flatMap(({ target }) => target.digests);
  return own.length === 0 || theirs.length === 0 || own.some((digest) => theirs.includes(digest));
}

function isFilteredOut(finding: MergedFinding, others: readonly ScanReport[]): boolean {
  const isFixed = fixStateOf(finding) === "fixed";
  return others.some(({ filters }) =>
    filters.some(({ kind }) => {
      if (kind === "only-fixed") return !isFixed;
      return kind === "only-unfixed" ? isFixed : true;
    }),
  );
}

/** All databases of the other side were built before the vulnerability was published. */
function isNewerThanDatabase(seen: readonly ReportedFinding[], others: readonly ScanReport[]): boolean {
  const published = seen.flatMap((one) => (one.published === undefined ? [] : Date.parse(one.published)));
  const built = others.map(({ database }) =>
    database.built === undefined ? Number.NaN : Date.parse(database.built),
  );
  if (published.length === 0 || built.length === 0) return false;
  const first = Math.min(...published);
  return built.every((time) => time < first);
}

function usesOtherFeed(seen: readonly ReportedFinding[], cited: ReadonlySet<string> | undefined): boolean {
  if (cited === undefined || cited.size === 0) return false;
  const own = seen.flatMap(({ feed }) => (feed === undefined ? [] : feedName(feed)));
  return own.length > 0 && own.every((feed) => !cited.has(feed));
}

/** Words that registries put in front of records that they took back or that somebody disputes. */
function isWithdrawn(title: string): boolean {
  const start = title.slice(0, 80).toLowerCase();
  return ["** reject", "rejected reason", "** disputed", "withdrawn", "(withdrawn)"].some((word) =>
    start.includes(word),
  );
}
