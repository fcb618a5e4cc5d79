import { canonicalDistribution } from "../identity/distribution.ts";
import { PackageBook } from "../identity/package-book.ts";
import {
  drained,
  isRecord,
  listOf,
  memberOf,
  textAt,
  textOf,
  textsOf,
  type PlainRecord,
} from "../json/plain.ts";
import { digestIn, distinct, timeOf } from "../report/digest.ts";
import { EntryProblems, FindingMaker, makeReport, type ReportSource } from "../report/make-report.ts";
import type {
  Database,
  Distribution,
  Filter,
  ReportedFinding,
  ScanReport,
  Suppression,
  Target,
} from "../report/scan-report.ts";
import { grypeFinding, type GrypePlace } from "./grype-finding.ts";

/** Whether a document is a Grype report. */
export function isGrype(value: unknown): boolean {
  return (
    isRecord(value) && (Array.isArray(value["matches"]) || ("matches" in value && "descriptor" in value))
  );
}

/** Reads a Grype report (`anchore/grype`, types of `grype/presenter/models`), of all versions since 0.1. */
export function readGrype(value: unknown, source: ReportSource): readonly ScanReport[] {
  const root = isRecord(value) ? value : {};
  const distribution = distributionOf(root["distro"], isEndOfLife(root["alertsByPackage"]));
  const reading: Reading = {
    place: { book: new PackageBook(), maker: new FindingMaker(), distribution: distribution?.name },
    problems: new EntryProblems(),
    findings: [],
  };
  readMatches(root["matches"], "matches", reading);
  readMatches(root["ignoredMatches"], "ignoredMatches", reading);
  const descriptor = root["descriptor"];
  return [
    makeReport(source, {
      format: "grype",
      scanner: { name: textAt(descriptor, "name")?.toLowerCase() ?? "grype", version: versionOf(descriptor) },
      database: databaseOf(memberOf(descriptor, "db")),
      scannedAt: timeOf(textAt(descriptor, "timestamp")),
      target: targetOf(root["source"], descriptor),
      distribution,
      filters: filtersOf(memberOf(descriptor, "configuration")),
      findings: reading.findings,
      problems: reading.problems.all,
    }),
  ];
}

interface Reading {
  readonly place: GrypePlace;
  readonly problems: EntryProblems;
  readonly findings: ReportedFinding[];
}

function readMatches(value: unknown, path: string, { place, problems, findings }: Reading): void {
  if (value !== undefined && value !== null && !Array.isArray(value))
    problems.add("scan/unreadable-entry", path, "The matches are no list.");
  for (const [index, match] of drained(value)) {
    const finding = isRecord(match) ? grypeFinding(match, place, suppressionOf(match, path)) : undefined;
    if (finding === undefined)
      problems.add("scan/unreadable-entry", `${path}[${index}]`, "The match names no vulnerability.");
    else findings.push(finding);
  }
}

function suppressionOf(match: PlainRecord, path: string): Suppression | undefined {
  if (path !== "ignoredMatches") return undefined;
  const rules = listOf(match["appliedIgnoreRules"]);
  const vex = rules.map((rule) => textAt(rule, "vex-status")).find((status) => status !== undefined);
  const reasons = rules.flatMap((rule) => textAt(rule, "reason") ?? textAt(rule, "vex-justification") ?? []);
  return {
    by: vex === undefined ? "ignore-rule" : "vex",
    reason: reasons.length === 0 ? vex : reasons.join("; "),
  };
}

function versionOf(descriptor: unknown): string | undefined {
  const version = textAt(descriptor, "version");
  return version === "[not provided]" ? undefined : version;
}

/** The database's state stands in `db` itself, and since 0.88 in `db.status`. */
function databaseOf(value: unknown): Database {
  const status = memberOf(value, "status") ?? value;
  const schema = memberOf(status, "schemaVersion");
  return {
    built: timeOf(textAt(status, "built")),
    schema: typeof schema === "number" ? String(schema) : textOf(schema),
  };
}

function distributionOf(value: unknown, endOfLife: boolean): Distribution | undefined {
  const name = textAt(value, "name");
  if (name === undefined) return undefined;
  return { name: canonicalDistribution(name), version: textAt(value, "version"), endOfLife };
}

/** Newer versions say so beside every package of such a distribution. */
function isEndOfLife(alerts: unknown): boolean {
  return listOf(alerts).some((entry) =>
    listOf(memberOf(entry, "alerts")).some((alert) => textAt(alert, "type") === "distro-eol"),
  );
}

function targetOf(value: unknown, descriptor: unknown): Target {
  const kind = textAt(value, "type");
  const target = memberOf(value, "target");
  const [system, architecture] = [textAt(target, "os"), textAt(target, "architecture")];
  const isImage = kind === "image";
  const named = isImage && system !== undefined && architecture !== undefined;
  return {
    kind: isImage ? "image" : (KINDS.get(kind ?? "") ?? "unknown"),
    name: textOf(target) ?? textAt(target, "userInput") ?? textAt(target, "path"),
    digests: distinct([
      digestIn(textAt(target, "manifestDigest")),
      ...textsOf(memberOf(target, "repoDigests")).map(digestIn),
      digestIn(textAt(target, "userInput")),
    ]),
    imageId: digestIn(textAt(target, "imageID")),
    platform: named ? `${system}/${architecture}` : textAt(descriptor, "configuration", "platform"),
  };
}

const KINDS: ReadonlyMap<string, "files"> = new Map([
  ["directory", "files"],
  ["file", "files"],
]);

/** What Grype's configuration left out of the matches. */
function filtersOf(configuration: unknown): readonly Filter[] {
  const filters: Filter[] = [];
  if (memberOf(configuration, "only-fixed") === true)
    filters.push({ kind: "only-fixed", detail: "only-fixed is set." });
  if (memberOf(configuration, "only-notfixed") === true)
    filters.push({ kind: "only-unfixed", detail: "only-notfixed is set." });
  const states = textAt(configuration, "ignore-wontfix");
  if (states !== undefined) filters.push({ kind: "statuses", detail: `ignore-states is ${states}.` });
  const own = listOf(memberOf(configuration, "ignore")).filter((rule) => !isBuiltIn(rule));
  if (own.length > 0) filters.push({ kind: "ignored", detail: `${own.length} ignore rules are set.` });
  return filters;
}

/** Grype's own rules leave out kernel headers that were matched through the kernel; everybody has them. */
function isBuiltIn(rule: unknown): boolean {
  const upstream = textAt(rule, "package", "upstream-name");
  const id = textAt(rule, "vulnerability");
  return (
    id === undefined && upstream !== undefined && (upstream === "kernel" || upstream.startsWith("linux"))
  );
}
