import type { MergedFinding, MergedScan } from "../merge/merged-scan.ts";
import { digestIn } from "../report/digest.ts";
import { fixStateOf } from "../compare/differences.ts";
import { parsePackageUrl } from "../identity/package-url.ts";
import type { IgnoreRule } from "./ignore-rule.ts";
import type { VexComponent, VexProduct, VexStatement } from "./openvex.ts";
import { nameMeans, purlMeans, purlPatternMeans } from "./package-pattern.ts";
import { matchesPattern } from "./pattern.ts";
import { waiverFault, type VulnerabilityWaiver } from "./vulnerability-waiver.ts";

/** Why a finding may stand. */
export interface Excuse {
  readonly by: "vex" | "waiver" | "ignore-rule";
  /** The document, the waiver's id, or file and line. */
  readonly reference: string;
  readonly statement: string;
  /** Last day, for waivers and rules that have one. */
  readonly expires: string | undefined;
}

/** What may excuse findings. */
export interface ExcuseSources {
  readonly vex: readonly VexStatement[];
  readonly waivers: readonly VulnerabilityWaiver[];
  readonly ignores: readonly IgnoreRule[];
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  /** Limits how long a waiver may last. */
  readonly maximumWaiverDays: number | undefined;
  /** Digests that name the image, as the gate was told. */
  readonly subject: readonly string[];
}

/** The image that a scan is about, as exceptions name it. */
interface Image {
  readonly digests: ReadonlySet<string>;
  /** Names as reported, and without tag and digest. */
  readonly names: ReadonlySet<string>;
}

/** Looks excuses up by the vulnerability's id, so that thousands of records cost little. */
export class Excuses {
  readonly #image: Image;
  readonly #today: string;
  readonly #vex: ReadonlyMap<string, readonly VexStatement[]>;
  readonly #waivers: ReadonlyMap<string, readonly VulnerabilityWaiver[]>;
  readonly #ignores: ReadonlyMap<string, readonly IgnoreRule[]>;
  readonly #used = new Set<VulnerabilityWaiver>();

  constructor(sources: ExcuseSources, scan: MergedScan) {
    this.#image = imageOf(scan, sources.subject);
    this.#today = sources.today;
    this.#vex = indexBy(sources.vex, ({ ids }) => ids);
    const valid = sources.waivers.filter(
      (waiver) => waiverFault(waiver, sources.today, sources.maximumWaiverDays) === undefined,
    );
    this.#waivers = indexBy(valid, ({ vulnerability }) => [vulnerability]);
    this.#ignores = indexBy(sources.ignores, ({ vulnerability }) => [vulnerability ?? ""]);
  }

  /** Waivers that excused something. */
  get used(): ReadonlySet<VulnerabilityWaiver> {
    return this.#used;
  }

  of(finding: MergedFinding): Excuse | undefined {
    return this.#byVex(finding) ?? this.#byWaiver(finding) ?? this.#byRule(finding);
  }

  /** The newest statement that is about the finding counts; of several at one time, the one that excuses least. */
  #byVex(finding: MergedFinding): Excuse | undefined {
    let newest: VexStatement | undefined;
    for (const statement of found(this.#vex, finding.vulnerability.ids)) {
      if (!statement.products.some((product) => isAbout(product, finding, this.#image))) continue;
      if (newest === undefined || isNewer(statement, newest)) newest = statement;
    }
    if (newest === undefined || (newest.status !== "not_affected" && newest.status !== "fixed"))
      return undefined;
    const reason = newest.justification ?? newest.impact ?? newest.status;
    return { by: "vex", reference: newest.document, statement: reason, expires: undefined };
  }

  #byWaiver(finding: MergedFinding): Excuse | undefined {
    for (const waiver of found(this.#waivers, finding.vulnerability.ids)) {
      const { packages, images, id, statement, expires } = waiver;
      if (images !== undefined && !images.some((pattern) => meansImage(pattern, this.#image))) continue;
      if (packages !== undefined && !packages.some((pattern) => purlPatternMeans(pattern, finding))) continue;
      this.#used.add(waiver);
      return { by: "waiver", reference: id, statement, expires };
    }
    return undefined;
  }

  #byRule(finding: MergedFinding): Excuse | undefined {
    for (const rule of found(this.#ignores, [...finding.vulnerability.ids, ""])) {
      if (rule.expires !== undefined && rule.expires < this.#today) continue;
      if (!ruleMeans(rule, finding)) continue;
      const place = rule.line === undefined ? rule.file : `${rule.file}:${rule.line}`;
      return { by: "ignore-rule", reference: place, statement: rule.statement ?? "", expires: rule.expires };
    }
    return undefined;
  }
}

function indexBy<T>(
  items: readonly T[],
  idsOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const item of items)
    for (const id of idsOf(item)) {
      const list = index.get(id);
      if (list === undefined) index.set(id, [item]);
      else list.push(item);
    }
  return index;
}

function* found<T>(index: ReadonlyMap<string, readonly T[]>, ids: readonly string[]): Generator<T> {
  if (index.size === 0) return;
  for (const id of ids) yield* index.get(id) ?? [];
}

function imageOf(scan: MergedScan, subject: readonly string[]): Image {
  const digests = new Set(subject);
  const names = new Set<string>();
  for (const { target } of scan.reports) {
    for (const digest of target.digests) digests.add(digest);
    if (target.imageId !== undefined) digests.add(target.imageId);
    if (target.name === undefined) continue;
    names.add(target.name);
    names.add(repositoryOf(target.name));
  }
  return { digests, names };
}

/** A name without tag and digest. */
function repositoryOf(name: string): string {
  const at = name.indexOf("@");
  const plain = at === -1 ? name : name.slice(0, at);
  const colon = plain.lastIndexOf(":");
  return colon > plain.lastIndexOf("/") ? plain.slice(0, colon) : plain;
}

function meansImage(pattern: string, { digests, names }: Image): boolean {
  const digest = digestIn(pattern);
  if (digest !== undefined) return digests.has(digest);
  return [...names].some((name) => matchesPattern(pattern, name));
}

const SOFTNESS: Readonly<Record<VexStatement["status"], number>> = {
  affected: 0,
  under_investigation: 1,
  fixed: 2,
  not_affected: 3,
};

function isNewer(a: VexStatement, b: VexStatement): boolean {
  const [one, two] = [timeIn(a), timeIn(b)];
  return one === two ? SOFTNESS[a.status] < SOFTNESS[b.status] : one > two;
}

function timeIn({ time }: VexStatement): number {
  return time === undefined ? Number.NEGATIVE_INFINITY : Date.parse(time);
}

/** A product is the image with parts, the image as a whole, or the package itself. */
function isAbout(product: VexProduct, finding: MergedFinding, image: Image): boolean {
  if (product.parts.length === 0)
    return isImage(product, image) || product.purls.some((purl) => purlMeans(purl, finding));
  return (
    isImage(product, image) &&
    product.parts.some((part) => part.purls.some((purl) => purlMeans(purl, finding)))
  );
}

function isImage({ purls, digests }: VexComponent, image: Image): boolean {
  if (digests.some((digest) => image.digests.has(digest))) return true;
  return purls.some((purl) => isImagePurl(purl, image));
}

/** `pkg:oci/name@sha256:…?repository_url=…`: with a digest it means that image only, without one every image of the name. */
function isImagePurl(purl: string, image: Image): boolean {
  const parsed = parsePackageUrl(purl);
  if (parsed === undefined || (parsed.type !== "oci" && parsed.type !== "docker")) return false;
  const digest = digestIn(parsed.version);
  if (digest !== undefined) return image.digests.has(digest);
  if (parsed.version !== undefined) return false;
  const repository = parsed.qualifiers.get("repository_url");
  const path = parsed.namespace === "" ? parsed.name : `${parsed.namespace}/${parsed.name}`;
  return image.names.has(repository ?? path);
}

function ruleMeans(rule: IgnoreRule, finding: MergedFinding): boolean {
  const { purls, paths, packageName, packageVersion, packageType, fixState } = rule;
  if (purls !== undefined && !purls.some((purl) => purlPatternMeans(purl, finding))) return false;
  if (paths !== undefined && !everyPathMeant(paths, finding)) return false;
  if (!nameMeans({ name: packageName, version: packageVersion }, finding)) return false;
  if (packageType !== undefined && packageType !== finding.package.type) return false;
  return fixState === undefined || fixState === fixStateOf(finding);
}

/** A rule on paths excuses a finding only where it covers all places that anybody saw it in. */
function everyPathMeant(patterns: readonly string[], finding: MergedFinding): boolean {
  const paths = finding.observations.flatMap(({ finding: seen }) =>
    seen.locations.flatMap(({ path }) => path ?? []),
  );
  const all = [...new Set(paths.map((path) => path.replace(/^\/+/, "")))];
  return (
    all.length > 0 &&
    all.every((path) => patterns.some((one) => matchesPattern(one.replace(/^\/+/, ""), path)))
  );
}
