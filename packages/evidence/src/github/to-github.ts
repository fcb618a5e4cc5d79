import { counted, firstOf, groupBy, isCrash, severityCounts } from "../report/grouping.ts";
import { ruleAddress } from "../report/rule-address.ts";
import { visibleText } from "../report/visible-text.ts";
import type { Assessment, Finding, NotChecked, Severity } from "@plimsoll/core";
import type { ReportContext } from "../report/report-context.ts";

/** Annotations of one kind that GitHub shows for a step; the log holds all. */
const SHOWN_OF_A_KIND = 10;
const SHOWN_FILES = 5;

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/**
 * The assessment as workflow commands of GitHub Actions: an annotation for each finding, one for each kind of gap, and one
 * that counts. Every command is one line; what input holds cannot start another.
 */
export function toGithub(assessment: Assessment, context: ReportContext): string {
  const gaps = [...groupBy(assessment.notChecked, ({ code }) => code)].map(([code, group]) =>
    gapCommand(code, group),
  );
  const lines = [
    ...assessment.findings.map((finding) => findingCommand(finding, context)),
    ...gaps,
    summaryCommand(assessment),
  ];
  return `${lines.join("\n")}\n`;
}

function findingCommand(finding: Finding, context: ReportContext): string {
  const { start, end } = finding.range;
  const properties = {
    file: finding.file,
    line: start.line,
    endLine: end.line,
    // GitHub ignores columns of annotations over several lines, and warns about them.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: finding.ruleId,
  };
  const fix = finding.fixes[0];
  const url = ruleAddress(finding.ruleId, context);
  const message = [
    finding.message,
    ...(fix === undefined ? [] : [`Fix (${fix.safety}): ${fix.title}`]),
    ...(url === undefined ? [] : [url]),
  ];
  return command(COMMANDS[finding.severity], properties, message.join("\n"));
}

function gapCommand(code: string, group: readonly NotChecked[]): string {
  const [first] = group;
  const files = [...new Set(group.flatMap(({ file }) => (file === undefined ? [] : [file])))];
  const { shown, more } = firstOf(files, SHOWN_FILES);
  const list =
    files.length === 0 ? [] : [`Files: ${shown.join(", ")}${more === 0 ? "" : ` and ${more} more`}`];
  const alone = files.length === 1 ? { file: files[0] ?? "", ...lineOf(first) } : {};
  const name = group.some(isCrash) ? "error" : "notice";
  const title = `Not checked: ${code} (${group.length})`;
  return command(name, { ...alone, title }, [first?.reason ?? code, ...list].join("\n"));
}

function lineOf(entry: NotChecked | undefined): { readonly line?: number } {
  return entry?.range === undefined ? {} : { line: entry.range.start.line };
}

function summaryCommand({ findings, summary }: Assessment): string {
  const counts = `${severityCounts(findings)}; ${summary.waived} waived, ${summary.notChecked} not checked; ${summary.checkedFiles} of ${counted(summary.files, "file")} checked.`;
  const most = Math.max(
    0,
    ...[...groupBy(findings, ({ severity }) => severity).values()].map(({ length }) => length),
  );
  const note =
    most > SHOWN_OF_A_KIND
      ? ` GitHub shows ${SHOWN_OF_A_KIND} annotations of a kind; the log holds all.`
      : "";
  return command("notice", { title: "Plimsoll" }, counts + note);
}

/** `::name key=value,key=value::message`, escaped as the runner reads it. */
function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return visibleText(text, { keepTabs: true, keepLineBreaks: true })
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
