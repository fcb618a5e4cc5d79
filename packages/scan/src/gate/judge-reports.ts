import type { Comparison, FairnessWarning } from "../compare/comparison.ts";
import type { MergedScan } from "../merge/merged-scan.ts";
import type { ScanReport } from "../report/scan-report.ts";
import type { GatePolicy } from "./gate-policy.ts";
import type { GateReason, GateReasonCode } from "./verdict.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Clocks of two machines differ a little. */
const SKEW = 10 * 60 * 1000;

/** Whether the reports are such that a judgement on them means something. */
export function judgeReports(
  { scan, comparison }: { readonly scan: MergedScan; readonly comparison: Comparison },
  policy: GatePolicy,
  now: number,
): readonly GateReason[] {
  return [
    ...policy.unreadable.map(({ file, code, message }) =>
      reason(
        "scan/report-unreadable",
        "indeterminate",
        `${message.startsWith(file) ? "" : `${file}: `}${message} (${code})`,
      ),
    ),
    ...scannerReasons(scan, policy),
    ...scan.reports.flatMap((report, number) =>
      reportReasons(report, policy, now).map((one) => ({ ...one, reports: [number] })),
    ),
    ...comparison.warnings.map((warning) => fairnessReason(warning, policy)),
    ...baselineReasons(scan, policy),
    ...feedReasons(scan, policy),
  ];
}

function reason(code: GateReasonCode, effect: GateReason["effect"], message: string): GateReason {
  return { code, effect, message, reports: [], findings: 0 };
}

function scannerReasons(
  { reports, families }: MergedScan,
  { minScanners }: GatePolicy,
): readonly GateReason[] {
  if (reports.length === 0) return [reason("scan/no-report", "indeterminate", "No report was given.")];
  const known = new Set(families.flatMap(({ name, known: isKnown }) => (isKnown ? name : [])));
  if (known.size >= minScanners) return [];
  const names = [...known].sort().join(", ");
  const unknown = [...new Set(families.flatMap(({ name, known: isKnown }) => (isKnown ? [] : name)))];
  const rest =
    unknown.length === 0
      ? ""
      : ` Not known as an engine, so not counted: ${unknown.slice(0, 5).join(", ").slice(0, 200)}.`;
  const message = `${known.size} of ${minScanners} scanning engines reported${names === "" ? "" : ` (${names})`}.${rest}`;
  return [reason("scan/too-few-scanners", "indeterminate", message)];
}

function reportReasons(report: ScanReport, policy: GatePolicy, now: number): readonly GateReason[] {
  return [
    ...contentReasons(report, policy),
    ...subjectReasons(report, policy.subject),
    ...databaseReasons(report, policy, now),
    ...scanAgeReasons(report, policy, now),
  ];
}

function contentReasons(report: ScanReport, policy: GatePolicy): readonly GateReason[] {
  return [
    ...unreadReasons(report),
    ...emptyReasons(report),
    ...report.filters.map(({ detail }) =>
      reason(
        "scan/report-filtered",
        effectOf(policy.filteredReport),
        `The scanner was told to leave findings out: ${detail}`,
      ),
    ),
    ...endOfLifeReasons(report, policy),
  ];
}

function effectOf(rule: "indeterminate" | "warn"): GateReason["effect"] {
  return rule === "warn" ? "warning" : "indeterminate";
}

function unreadReasons({ problems }: ScanReport): readonly GateReason[] {
  const [first] = problems;
  if (first === undefined) return [];
  const message = `${problems.length} entries of the report could not be read; the first is ${first.path}: ${first.message}`;
  return [reason("scan/entries-unreadable", "indeterminate", message)];
}

function emptyReasons({ findings, inventory }: ScanReport): readonly GateReason[] {
  if (findings.length > 0 || inventory.packages.length > 0) return [];
  const message = inventory.listed
    ? "The scanner found no package, so it checked nothing."
    : "The report has no finding and lists no packages, so nobody can say that anything was checked.";
  return [reason("scan/nothing-checked", "indeterminate", message)];
}

function endOfLifeReasons({ distribution }: ScanReport, policy: GatePolicy): readonly GateReason[] {
  if (distribution?.endOfLife !== true) return [];
  const name = `${distribution.name} ${distribution.version ?? ""}`.trim();
  const message = `${name} gets no advisories any more, so its findings are not complete.`;
  return [reason("scan/distribution-end-of-life", effectOf(policy.endOfLife), message)];
}

function subjectReasons({ target }: ScanReport, subject: readonly string[]): readonly GateReason[] {
  if (subject.length === 0) return [];
  const names = target.imageId === undefined ? target.digests : [...target.digests, target.imageId];
  if (names.length === 0)
    return [reason("scan/digest-absent", "indeterminate", "The report does not say which digest it is on.")];
  if (names.some((digest) => subject.includes(digest))) return [];
  const message = `The report is on ${names.join(", ").slice(0, 300)}, not on ${subject.join(", ").slice(0, 300)}.`;
  return [reason("scan/digest-wrong", "indeterminate", message)];
}

function databaseReasons({ database }: ScanReport, policy: GatePolicy, now: number): readonly GateReason[] {
  const limit = policy.maximumDatabaseAgeDays;
  if (limit === undefined) return [];
  const age = ageIn(database.built, now);
  if (age === undefined) {
    const message = "Nobody says when the scanner's database was built.";
    const effect = policy.unknownDatabaseAge === "warn" ? "warning" : "indeterminate";
    return [reason("scan/database-age-unknown", effect, message)];
  }
  if (age < -SKEW)
    return [
      reason(
        "scan/time-in-future",
        "indeterminate",
        "The database claims to be built after the time of this judgement.",
      ),
    ];
  if (age <= limit * DAY) return [];
  const message = `The scanner's database is ${Math.floor(age / DAY)} days old; ${limit} are allowed.`;
  return [reason("scan/database-stale", "indeterminate", message)];
}

function scanAgeReasons({ scannedAt }: ScanReport, policy: GatePolicy, now: number): readonly GateReason[] {
  const age = ageIn(scannedAt, now);
  if (age !== undefined && age < -SKEW)
    return [
      reason(
        "scan/time-in-future",
        "indeterminate",
        "The scan claims to be made after the time of this judgement.",
      ),
    ];
  const limit = policy.maximumScanAgeDays;
  if (limit === undefined) return [];
  if (age === undefined)
    return [
      reason("scan/scan-age-unknown", "indeterminate", "The report does not say when the scan was made."),
    ];
  if (age <= limit * DAY) return [];
  const message = `The scan is ${Math.floor(age / DAY)} days old; ${limit} are allowed.`;
  return [reason("scan/scan-too-old", "indeterminate", message)];
}

/** Milliseconds; undefined where the time is unknown or none. */
function ageIn(time: string | undefined, now: number): number | undefined {
  const at = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(at) ? undefined : now - at;
}

/** Circumstances under which two reports are no two opinions on one thing. */
const DECISIVE: ReadonlySet<FairnessWarning["code"]> = new Set([
  "scan/digests-differ",
  "scan/platforms-differ",
  "scan/reports-alike",
]);

function fairnessReason({ code, message, reports }: FairnessWarning, policy: GatePolicy): GateReason {
  const isFiltered = code === "scan/report-filtered" && policy.filteredReport === "indeterminate";
  const effect = isFiltered || DECISIVE.has(code) ? "indeterminate" : "warning";
  return { code, effect, message, reports, findings: 0 };
}

/** A baseline of another image would excuse what was never in this one. Names may differ by tag; what is left must be equal. */
function baselineReasons(scan: MergedScan, { baseline }: GatePolicy): readonly GateReason[] {
  if (baseline === undefined) return [];
  const [own, old] = [scan, baseline].map(
    ({ reports }) => new Set(reports.flatMap(({ target }) => plainName(target.name) ?? [])),
  );
  if (own === undefined || old === undefined || own.size === 0 || old.size === 0) return [];
  if ([...own].some((name) => old.has(name))) return [];
  return [
    reason("scan/baseline-other-image", "warning", "The baseline is a scan of something with another name."),
  ];
}

/** A rule on exploits that has nothing to go by would pass in silence. */
function feedReasons({ reports }: MergedScan, policy: GatePolicy): readonly GateReason[] {
  const reasons: GateReason[] = [];
  if (policy.failOnKev && policy.kev === undefined) {
    const message =
      "No catalogue of known exploited vulnerabilities was given; only what scanners say of themselves counts.";
    reasons.push(reason("scan/kev-not-given", "warning", message));
  }
  const hasScores = reports.some(({ findings }) => findings.some(({ epss }) => epss !== undefined));
  if (policy.epssThreshold !== undefined && policy.epss === undefined && !hasScores) {
    const message = "A threshold for exploit probability is set, and no scores are there to compare with it.";
    reasons.push(reason("scan/epss-not-given", "indeterminate", message));
  }
  return reasons;
}

function plainName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const [repository = ""] = name.split("@");
  const colon = repository.lastIndexOf(":");
  return colon > repository.lastIndexOf("/") ? repository.slice(0, colon) : repository;
}
