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
 * @param group all findings of one vulnerability
 */
export function linkCounterparts(group: readonly MergedFinding[]): readonly MergedFinding[] {
  if (!hasSeveralFamilies(group)) return group;
  const lookUps = [...sourceLookUps(group), ...nameLookUps(group)];
  if (lookUps.length === 0) return group;
  return group.map((finding) => {
    const counterparts = lookUps.flatMap(
      ({ tier, bucketsOf }) => counterpart(tier, finding, bucketsOf(finding)) ?? [],
    );
    if (counterparts.length === 0) return finding;
    return { ...finding, counterparts, tier: finding.tier ?? counterparts[0]?.tier };
  });
}

function hasSeveralFamilies(group: readonly MergedFinding[]): boolean {
  const first = group[0]?.families[0];
  return group.length > 1 && group.some(({ families }) => families.some((family) => family !== first));
}

/** One way in which findings meet. */
interface LookUp {
  readonly tier: Counterpart["tier"];
  readonly bucketsOf: (finding: MergedFinding) => readonly (Bucket | undefined)[];
}

function sourceLookUps(group: readonly MergedFinding[]): readonly LookUp[] {
  const [byPackage, bySource] = [newBuckets(), newBuckets()];
  for (const finding of group) for (const source of sourcesOf(finding)) put(bySource, source, finding);
  if (bySource.size === 0) return [];
  for (const finding of group) put(byPackage, finding.package.key, finding);
  const bucketsOf: LookUp["bucketsOf"] = (finding) => [
    ...sourcesOf(finding).map((source) => byPackage.get(source)),
    bySource.get(finding.package.key),
  ];
  return [{ tier: "T3", bucketsOf }];
}

/** Names only count where somebody named a package without a purl. */
function nameLookUps(group: readonly MergedFinding[]): readonly LookUp[] {
  if (!group.some(isLoose)) return [];
  const byName = newBuckets();
  for (const finding of group) for (const name of namesOf(finding)) put(byName, name, finding);
  return [{ tier: "T4", bucketsOf: (finding) => namesOf(finding).map((name) => byName.get(name)) }];
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
