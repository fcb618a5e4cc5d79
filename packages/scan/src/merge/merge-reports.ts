import { AliasGroups, type AliasGroup } from "../identity/alias-groups.ts";
import type { PackageIdentity } from "../identity/package-identity.ts";
import { compareText } from "../version/numbers.ts";
import { NONE, type ScanReport } from "../report/scan-report.ts";
import { ENGINE_FAMILIES, familyOf, type FamilyTable } from "./engine-family.ts";
import { linkCounterparts } from "./link-counterparts.ts";
import type { MatchTier, MergedFinding, MergedScan, Observation, Observations } from "./merged-scan.ts";

/**
 * Makes one of several reports. The outcome does not depend on the order of the reports, a report given twice counts once,
 * every statement of every report is kept, and a further report never takes one away.
 */
export function mergeReports(given: readonly ScanReport[], table: FamilyTable = ENGINE_FAMILIES): MergedScan {
  const reports = eachOnce(given);
  const families = reports.map((report) => familyOf(report, table));
  const names = families.map(({ name }) => name);
  const findings: MergedFinding[] = [];
  for (const group of groupFindings(reports)) {
    const own = [...group.byPackage].map(([id, observations]) =>
      mergedFinding(`${group.vulnerability.primary} ${id}`, group.vulnerability, { observations, names }),
    );
    own.sort((a, b) => compareText(a.key, b.key));
    // One by one: a group may be longer than a call has arguments.
    for (const finding of linkCounterparts(own)) findings.push(finding);
  }
  return { reports, families, findings };
}

/** All that is said of one vulnerability. */
interface Group {
  readonly vulnerability: AliasGroup;
  /** By the package's id. */
  readonly byPackage: Map<string, [Observation, ...Observation[]]>;
}

/** Statements by vulnerability and package, the vulnerabilities in the order of their letters. */
function groupFindings(reports: readonly ScanReport[]): readonly Group[] {
  const aliases = groupAliases(reports);
  const groups = new Map<string, Group>();
  for (const [number, report] of reports.entries()) {
    for (const finding of report.findings) {
      const { byPackage } = groupOf(groups, aliases, finding.id);
      const list = byPackage.get(finding.package.id);
      if (list === undefined) byPackage.set(finding.package.id, [{ report: number, finding }]);
      else list.push({ report: number, finding });
    }
  }
  return [...groups.values()].sort((a, b) => compareText(a.vulnerability.primary, b.vulnerability.primary));
}

function groupOf(groups: Map<string, Group>, aliases: AliasGroups, id: string): Group {
  const vulnerability = aliases.groupOf(id);
  let group = groups.get(vulnerability.primary);
  if (group === undefined) {
    group = { vulnerability, byPackage: new Map() };
    groups.set(vulnerability.primary, group);
  }
  return group;
}

/** Makes one of merged scans: the same as merging all their reports at once. */
export function combineScans(scans: readonly MergedScan[], table: FamilyTable = ENGINE_FAMILIES): MergedScan {
  return mergeReports(
    scans.flatMap(({ reports }) => reports),
    table,
  );
}

/** Sorted by id. Reports of one id are one, unless somebody made different reports of the same id: then all count. */
function eachOnce(given: readonly ScanReport[]): readonly ScanReport[] {
  const byId = new Map<string, ScanReport[]>();
  for (const report of given) {
    const known = byId.get(report.id);
    if (known === undefined) byId.set(report.id, [report]);
    else if (!known.includes(report)) known.push(report);
  }
  const ids = [...byId.keys()].sort();
  return ids.flatMap((id) => differing(byId.get(id) ?? []));
}

/** The file's name says nothing about a report's content. */
function differing(reports: readonly ScanReport[]): readonly ScanReport[] {
  if (reports.length <= 1) return reports;
  const byText = new Map<string, ScanReport>();
  for (const report of reports) {
    const text = JSON.stringify({ ...report, file: "" }, sortedMembers);
    const known = byText.get(text);
    if (known === undefined || report.file < known.file) byText.set(text, report);
  }
  return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, report]) => report);
}

/** Two objects with the same members are the same, whatever order these have. */
function sortedMembers(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
}

function groupAliases(reports: readonly ScanReport[]): AliasGroups {
  const groups = new AliasGroups();
  for (const { findings } of reports)
    for (const { id, aliases } of findings) if (aliases.length > 0) groups.add(id, aliases);
  return groups;
}

function mergedFinding(
  key: string,
  vulnerability: AliasGroup,
  { observations, names }: { readonly observations: Observations; readonly names: readonly string[] },
): MergedFinding {
  const [first] = observations;
  const isAlone = observations.length === 1;
  return {
    key,
    vulnerability,
    related: relatedOf(observations),
    package: isAlone ? first.finding.package : clearest(observations),
    observations,
    families: familiesOf(observations, names),
    counterparts: NONE,
    tier: isAlone ? undefined : tierOf(observations, names),
  };
}

function relatedOf(observations: Observations): readonly string[] {
  const [first] = observations;
  if (observations.length === 1) return first.finding.related;
  const all = new Set<string>();
  for (const { finding } of observations) for (const id of finding.related) all.add(id);
  return [...all].sort();
}

function familiesOf(observations: Observations, names: readonly string[]): readonly string[] {
  const families = new Set<string>();
  for (const { report } of observations) families.add(names[report] ?? "");
  return families.size === 1 ? [...families] : [...families].sort();
}

/** The identity that says most: one with a purl, the longest one, the first by its letters. */
function clearest(observations: Observations): PackageIdentity {
  let best = observations[0].finding.package;
  for (const { finding } of observations)
    if (finding.package !== best && saysMore(finding.package, best)) best = finding.package;
  return best;
}

function saysMore(a: PackageIdentity, b: PackageIdentity): boolean {
  const [one, two] = [a.purl ?? "", b.purl ?? ""];
  if (one.length !== two.length) return one.length > two.length;
  if (one !== two) return one < two;
  if (a.name !== b.name) return a.name < b.name;
  if (a.version !== b.version) return a.version < b.version;
  return a.sourceKey !== undefined && (b.sourceKey === undefined || a.sourceKey < b.sourceKey);
}

/** The surest tier at which two families meet in one finding. */
function tierOf(observations: Observations, names: readonly string[]): MatchTier | undefined {
  const families = new Set<string>();
  const named = new Set<string>();
  const idsOfFamilies = new Map<string, string>();
  let sameId = false;
  for (const { report, finding } of observations) {
    const family = names[report] ?? "";
    families.add(family);
    if (finding.package.basis !== "purl") continue;
    named.add(family);
    const other = idsOfFamilies.get(finding.id);
    if (other === undefined) idsOfFamilies.set(finding.id, family);
    else if (other !== family) sameId = true;
  }
  if (families.size < 2) return undefined;
  if (named.size < 2) return "T4";
  return sameId ? "T1" : "T2";
}
