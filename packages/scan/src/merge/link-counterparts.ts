import type { Counterpart, MergedFinding } from "./merged-scan.ts";

/** The most keys that a counterpart names: many packages may come from one source. */
const MOST_KEYS = 5;

/** Findings of one vulnerability that share a name of some kind. */
interface Bucket {
  /** Families, each apart for findings without a purl: one member of each is kept. */
  readonly kinds: Set<string>;
  readonly members: MergedFinding[];
}

/**
 * Ties findings of one vulnerability whose packages are named differently: a binary package and its source package (T3), and
 * packages that only their name and version tell (T4). Findings stay apart: one source package has many binary ones.
 * Linear in the number of findings.
 */
export function linkCounterparts(findings: readonly MergedFinding[]): readonly MergedFinding[] {
  const byVulnerability = new Map<string, MergedFinding[]>();
  for (const finding of findings) {
    const list = byVulnerability.get(finding.vulnerability.primary);
    if (list === undefined) byVulnerability.set(finding.vulnerability.primary, [finding]);
    else list.push(finding);
  }
  const linked = new Map<MergedFinding, readonly Counterpart[]>();
  for (const group of byVulnerability.values()) if (group.length > 1) linkGroup(group, linked);
  if (linked.size === 0) return findings;
  return findings.map((finding) => {
    const counterparts = linked.get(finding);
    if (counterparts === undefined) return finding;
    return { ...finding, counterparts, tier: finding.tier ?? counterparts[0]?.tier };
  });
}

function linkGroup(
  group: readonly MergedFinding[],
  linked: Map<MergedFinding, readonly Counterpart[]>,
): void {
  const families = new Set(group.flatMap((finding) => finding.families));
  if (families.size < 2) return;
  const [byPackage, bySource, byName] = [newBuckets(), newBuckets(), newBuckets()];
  for (const finding of group) {
    put(byPackage, finding.package.key, finding);
    for (const source of sourcesOf(finding)) put(bySource, source, finding);
    for (const name of namesOf(finding)) put(byName, name, finding);
  }
  for (const finding of group) {
    const sources = sourcesOf(finding).map((source) => byPackage.get(source));
    const binaries = bySource.get(finding.package.key);
    const third = counterpart("T3", finding, [...sources, binaries]);
    const loose = namesOf(finding).map((name) => byName.get(name));
    const fourth = counterpart("T4", finding, loose);
    const found = [third, fourth].filter((one): one is Counterpart => one !== undefined);
    if (found.length > 0) linked.set(finding, found);
  }
}

type Buckets = Map<string, Bucket>;

function newBuckets(): Buckets {
  return new Map();
}

function put(buckets: Buckets, key: string, finding: MergedFinding): void {
  let bucket = buckets.get(key);
  if (bucket === undefined) {
    bucket = { kinds: new Set(), members: [] };
    buckets.set(key, bucket);
  }
  const before = bucket.kinds.size;
  for (const family of finding.families) bucket.kinds.add(isLoose(finding) ? `${family}*` : family);
  if (bucket.kinds.size > before || bucket.members.length < MOST_KEYS) bucket.members.push(finding);
}

/** Source packages that its scanners name, unless the package is its own source. */
function sourcesOf(finding: MergedFinding): readonly string[] {
  const sources = new Set<string>();
  for (const { finding: seen } of finding.observations) {
    const source = seen.package.sourceKey;
    if (source !== undefined && source !== finding.package.key) sources.add(source);
  }
  return [...sources];
}

/** Name and version without kind and place; only findings that somebody names without a purl meet by it. */
function namesOf(finding: MergedFinding): readonly string[] {
  const names = new Set<string>();
  for (const { finding: seen } of finding.observations) {
    const { name, key, versionKey } = seen.package;
    if (name === "") continue;
    names.add(`${name.toLowerCase()}@${versionKey}`);
    names.add(`${key.slice(key.lastIndexOf("/") + 1).toLowerCase()}@${versionKey}`);
  }
  return [...names];
}

function counterpart(
  tier: Counterpart["tier"],
  finding: MergedFinding,
  buckets: readonly (Bucket | undefined)[],
): Counterpart | undefined {
  const families = new Set<string>();
  const keys = new Set<string>();
  for (const member of buckets.flatMap((bucket) => bucket?.members ?? [])) {
    if (member === finding || (tier === "T4" && !isLoose(finding) && !isLoose(member))) continue;
    const others = member.families.filter((family) => !finding.families.includes(family));
    for (const family of others) families.add(family);
    if (others.length > 0 && keys.size < MOST_KEYS) keys.add(member.key);
  }
  return families.size === 0 ? undefined : { tier, families: [...families].sort(), keys: [...keys].sort() };
}

function isLoose(finding: MergedFinding): boolean {
  return finding.observations.some(({ finding: seen }) => seen.package.basis !== "purl");
}
