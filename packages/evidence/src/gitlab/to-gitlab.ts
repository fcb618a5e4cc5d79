import { groupBy } from "../report/grouping.ts";
import { visibleLine } from "../report/visible-text.ts";
import type { Assessment, Finding, NotChecked, Severity } from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";
import type { ReportContext } from "../report/report-context.ts";

/** One entry of GitLab's Code Quality report. */
export interface GitlabIssue {
  readonly description: string;
  readonly check_name: string;
  /** Unique in the report: GitLab shows one entry of several with the same. */
  readonly fingerprint: string;
  readonly severity: "info" | "minor" | "major" | "critical" | "blocker";
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
    readonly positions?: { readonly begin: GitlabPosition; readonly end: GitlabPosition };
  };
}

/** Both count from 1. */
export interface GitlabPosition {
  readonly line: number;
  readonly column: number;
}

/** `blocker` is left to the reader's own rules; `minor` and `major` stand between. */
const SEVERITY: Readonly<Record<Severity, GitlabIssue["severity"]>> = {
  error: "critical",
  warning: "major",
  info: "info",
};
const LONGEST_PART = 200;

/**
 * The assessment as GitLab's Code Quality report. What was not checked is an entry of severity `info`. The format has no
 * place for waived findings: they are left out, as GitLab would show them as open.
 */
export function toGitlab(assessment: Assessment, _context: ReportContext): string {
  const issues = toGitlabIssues(assessment);
  if (issues.length === 0) return "[]\n";
  return `[\n${issues.map((issue) => `  ${JSON.stringify(issue)}`).join(",\n")}\n]\n`;
}

/** The entries of the report. */
export function toGitlabIssues(assessment: Assessment): readonly GitlabIssue[] {
  const unique = uniqueFingerprints();
  return [...assessment.findings.map(findingIssue), ...gapIssues(assessment.notChecked)].map((issue) => ({
    ...issue,
    fingerprint: unique(issue.fingerprint),
  }));
}

function findingIssue(finding: Finding): GitlabIssue {
  return {
    description: visibleLine(finding.message),
    check_name: visibleLine(finding.ruleId),
    fingerprint: finding.fingerprint,
    severity: SEVERITY[finding.severity],
    location: { path: finding.file, ...placeOf(finding.range) },
  };
}

/** One entry for each gap in a file, and one for all gaps of a kind that belong to no file. */
function gapIssues(notChecked: readonly NotChecked[]): readonly GitlabIssue[] {
  const inFiles = notChecked.flatMap((entry) =>
    entry.file === undefined ? [] : [gapIssue(entry, entry.file)],
  );
  const apart = groupBy(
    notChecked.filter(({ file }) => file === undefined),
    ({ code }) => code,
  );
  return [...inFiles, ...[...apart.values()].flatMap(groupIssue)];
}

function gapIssue(entry: NotChecked, file: string): GitlabIssue {
  const subject = entry.subject === undefined ? "" : ` (${entry.subject})`;
  return {
    description: visibleLine(`Not checked${subject}: ${entry.reason}`),
    check_name: visibleLine(entry.code),
    fingerprint: ["not-checked", entry.code, file, entry.subject ?? ""].map(shortened).join(":"),
    severity: "info",
    location: {
      path: file,
      ...(entry.range === undefined ? { lines: { begin: 1, end: 1 } } : placeOf(entry.range)),
    },
  };
}

function groupIssue(group: readonly NotChecked[]): readonly GitlabIssue[] {
  const [first] = group;
  if (first === undefined) return [];
  const issue = gapIssue({ reason: first.reason, code: first.code }, ".");
  return [{ ...issue, description: visibleLine(`Not checked, ${group.length} in all: ${first.reason}`) }];
}

function placeOf({ start, end }: Range): Omit<GitlabIssue["location"], "path"> {
  return {
    lines: { begin: start.line, end: end.line },
    positions: {
      begin: { line: start.line, column: start.column },
      end: { line: end.line, column: end.column },
    },
  };
}

function shortened(text: string): string {
  return text.slice(0, LONGEST_PART).toWellFormed();
}

/** Numbers what would occur twice: the second `x` is `x-2`. */
function uniqueFingerprints(): (fingerprint: string) => string {
  const counts = new Map<string, number>();
  return (fingerprint) => {
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return count === 1 ? fingerprint : `${fingerprint}-${count}`;
  };
}
