import type { PackageIdentity } from "../identity/package-identity.ts";
import { canonicalId, sortNames } from "../identity/vulnerability-id.ts";
import {
  NO_FIX,
  NONE,
  type Beside,
  type CvssEntry,
  type EntryProblem,
  type FindingLocation,
  type Fix,
  type ReportFormat,
  type ReportedFinding,
  type ScanReport,
  type SourcedSeverity,
  type Target,
} from "./scan-report.ts";

/** What the caller knows of a file with a report. */
export interface ReportSource {
  /** Name for messages. */
  readonly file: string;
  /** Digest of the file's bytes, `sha256:…`. */
  readonly digest: string;
  /** When the scanner's database was built (RFC 3339), where the report does not say so (Trivy). A report's own word counts first. */
  readonly databaseBuilt?: string;
  /** Longest text that is read, in UTF-16 code units. */
  readonly maximumLength?: number;
}

export const NO_TARGET: Target = {
  kind: "unknown",
  name: undefined,
  digests: NONE,
  imageId: undefined,
  platform: undefined,
};

export const NOTHING_BESIDE: Beside = { misconfigurations: 0, secrets: 0, licenses: 0, others: 0 };

/** The parts of a report that an adapter found; all others are empty. */
export type ReportParts = Partial<Omit<ScanReport, "id" | "file" | "digest">> & {
  readonly format: ReportFormat;
  readonly scanner: ScanReport["scanner"];
};

/** A report with every member, in one order. */
export function makeReport(source: ReportSource, parts: ReportParts, number = 0): ScanReport {
  return {
    id: `${source.digest}#${number}`,
    file: source.file,
    digest: source.digest,
    format: parts.format,
    scanner: parts.scanner,
    database: {
      built: parts.database?.built ?? source.databaseBuilt,
      schema: parts.database?.schema,
    },
    scannedAt: parts.scannedAt,
    target: parts.target ?? NO_TARGET,
    distribution: parts.distribution,
    filters: parts.filters ?? NONE,
    inventory: parts.inventory ?? { listed: false, packages: NONE },
    findings: parts.findings ?? NONE,
    beside: parts.beside ?? NOTHING_BESIDE,
    problems: parts.problems ?? NONE,
  };
}

/** The parts of a finding that an adapter found; `names` are all other ids that the report gives it. */
export type FindingParts = Partial<Omit<ReportedFinding, "aliases" | "related">> & {
  readonly id: string;
  readonly names?: readonly string[];
  readonly package: PackageIdentity;
};

/** A finding with every member, in one order, so that half a million of them have one shape. */
export function makeFinding(parts: FindingParts): ReportedFinding {
  const id = canonicalId(parts.id);
  const names = parts.names === undefined || parts.names.length === 0 ? NO_NAMES : sortNames(id, parts.names);
  return {
    id,
    aliases: names.aliases,
    related: names.related,
    package: parts.package,
    locations: parts.locations ?? NONE,
    severity: parts.severity ?? "unknown",
    severitySource: parts.severitySource,
    severities: parts.severities ?? NONE,
    cvss: parts.cvss ?? NONE,
    fix: parts.fix ?? NO_FIX,
    status: parts.status ?? "unknown",
    feed: parts.feed,
    match: parts.match,
    exploited: parts.exploited,
    epss: parts.epss,
    published: parts.published,
    modified: parts.modified,
    title: parts.title,
    url: parts.url,
    weaknesses: parts.weaknesses ?? NONE,
    suppressed: parts.suppressed,
  };
}

const NO_NAMES = { aliases: NONE, related: NONE };

/**
 * Makes findings of one report that share what they have in common: a vulnerability is often found in many packages, and its
 * texts, severities and scores need not be kept for each.
 */
export class FindingMaker {
  readonly #byId = new Map<string, ReportedFinding>();
  #location: FindingLocation | undefined;

  make(parts: FindingParts): ReportedFinding {
    const made = makeFinding(parts);
    const earlier = this.#byId.get(made.id);
    if (earlier === undefined) {
      this.#byId.set(made.id, made);
      return made;
    }
    return {
      ...made,
      id: earlier.id,
      aliases: sharedTexts(earlier.aliases, made.aliases),
      related: sharedTexts(earlier.related, made.related),
      severitySource: shared(earlier.severitySource, made.severitySource),
      severities: sharedList(earlier.severities, made.severities, isSameSeverity),
      cvss: sharedList(earlier.cvss, made.cvss, isSameScore),
      fix: isSameFix(earlier.fix, made.fix) ? earlier.fix : made.fix,
      feed: shared(earlier.feed, made.feed),
      published: shared(earlier.published, made.published),
      modified: shared(earlier.modified, made.modified),
      title: shared(earlier.title, made.title),
      url: shared(earlier.url, made.url),
      weaknesses: sharedTexts(earlier.weaknesses, made.weaknesses),
    };
  }

  /** The place, which is that of the finding before where it is the same. */
  place(location: FindingLocation): FindingLocation {
    const last = this.#location;
    if (last !== undefined && isSamePlace(last, location)) return last;
    this.#location = location;
    return location;
  }
}

/** The earlier of two equal texts. */
function shared<T extends string | undefined>(earlier: T, made: T): T {
  return earlier === made ? earlier : made;
}

function sharedList<T>(
  earlier: readonly T[],
  made: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly T[] {
  if (earlier.length !== made.length) return made;
  for (const [index, one] of earlier.entries()) {
    const other = made[index];
    if (other === undefined || !isSame(one, other)) return made;
  }
  return earlier;
}

function sharedTexts(earlier: readonly string[], made: readonly string[]): readonly string[] {
  return sharedList(earlier, made, isSameText);
}

function isSameText(a: string, b: string): boolean {
  return a === b;
}

function isSameSeverity(a: SourcedSeverity, b: SourcedSeverity): boolean {
  return a.source === b.source && a.severity === b.severity;
}

function isSameScore(a: CvssEntry, b: CvssEntry): boolean {
  return a.source === b.source && a.version === b.version && a.vector === b.vector && a.score === b.score;
}

function isSameFix(a: Fix, b: Fix): boolean {
  return a.state === b.state && sharedTexts(a.versions, b.versions) === a.versions;
}

function isSamePlace(a: FindingLocation, b: FindingLocation): boolean {
  return a.path === b.path && a.layer === b.layer && a.resource === b.resource;
}

/** Collects entries that cannot be read. Only the first of very many are kept, with a word on the rest. */
export class EntryProblems {
  readonly #kept: EntryProblem[] = [];
  #more = 0;

  add(code: string, path: string, message: string): void {
    if (this.#kept.length < MOST_PROBLEMS) this.#kept.push({ code, path, message });
    else this.#more += 1;
  }

  get all(): readonly EntryProblem[] {
    if (this.#more === 0) return this.#kept;
    return [
      ...this.#kept,
      { code: "scan/more-problems", path: "", message: `${this.#more} more entries could not be read.` },
    ];
  }
}

const MOST_PROBLEMS = 100;
