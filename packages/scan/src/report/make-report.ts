import type { PackageIdentity } from "../identity/package-identity.ts";
import { canonicalId, sortNames } from "../identity/vulnerability-id.ts";
import {
  NO_FIX,
  NONE,
  type Beside,
  type EntryProblem,
  type ReportFormat,
  type ReportedFinding,
  type ScanReport,
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
