import { ruleAddress } from "../report/rule-address.ts";
import { SourceCache } from "../report/source-cache.ts";
import { SCHEMA_VERSION } from "./json-report.ts";
import type {
  Assessment,
  Finding,
  Fix,
  NotChecked,
  RelatedLocation,
  ResourceIdentity,
  WaivedFinding,
} from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";
import type { ReportContext } from "../report/report-context.ts";
import type {
  JsonEdit,
  JsonFinding,
  JsonFix,
  JsonNotChecked,
  JsonRange,
  JsonRelated,
  JsonReport,
  JsonResource,
  JsonWaived,
} from "./json-report.ts";

/** Code of the entry that says that a fix was left out, since its file can no longer be read. */
export const FIX_NOT_PLACED = "report/fix-not-placed";

/** The report as JSON text: one record of a list on a line, so that two reports compare well, with a line break at the end. */
export function toJson(assessment: Assessment, context: ReportContext): string {
  return [...jsonParts(assessment, context)].join("");
}

/** The report of format `json` as data. A fix whose place is unknown is named in `notChecked` and left out. */
export function toJsonReport(assessment: Assessment, context: ReportContext): JsonReport {
  const writer = writerFor(context);
  return {
    ...headOf(context),
    findings: assessment.findings.map((finding) => findingOf(finding, writer)),
    waived: assessment.waived.map((entry) => waivedOf(entry, writer)),
    notChecked: [...assessment.notChecked.map(notCheckedOf), ...writer.unplaced],
    coverage: assessment.coverage,
    summary: summaryOf(assessment, writer),
  };
}

/**
 * The text of {@link toJson} in pieces of one record each. A report of 100,000 files is never held as a whole: neither its text
 * nor its data.
 */
export function* jsonParts(assessment: Assessment, context: ReportContext): Generator<string> {
  const writer = writerFor(context);
  yield "{\n";
  for (const [name, value] of Object.entries(headOf(context)))
    yield `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
  yield* listParts("findings", assessment.findings, (finding) => findingOf(finding, writer));
  yield* listParts("waived", assessment.waived, (entry) => waivedOf(entry, writer));
  // Last of the lists that can add to it.
  const notChecked = [...assessment.notChecked.map(notCheckedOf), ...writer.unplaced];
  yield* listParts("notChecked", notChecked, (entry) => entry);
  yield* listParts("coverage", assessment.coverage, (entry) => entry);
  yield `  "summary": ${JSON.stringify(summaryOf(assessment, writer))}\n}\n`;
}

function* listParts<Item>(
  name: string,
  items: readonly Item[],
  print: (item: Item) => unknown,
): Generator<string> {
  yield `  "${name}": [`;
  let before = "\n";
  for (const item of items) {
    yield `${before}    ${JSON.stringify(print(item))}`;
    before = ",\n";
  }
  yield items.length === 0 ? "],\n" : "\n  ],\n";
}

function writerFor(context: ReportContext): Writer {
  return { context, sources: new SourceCache(context.sources), unplaced: [] };
}

function headOf(context: ReportContext): Pick<JsonReport, "schemaVersion" | "tool" | "checkedAt"> {
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "plimsoll", version: context.toolVersion },
    ...(context.checkedAt === undefined ? {} : { checkedAt: context.checkedAt }),
  };
}

function summaryOf({ summary }: Assessment, { unplaced }: Writer): JsonReport["summary"] {
  return { ...summary, notChecked: summary.notChecked + unplaced.length };
}

interface Writer {
  readonly context: ReportContext;
  readonly sources: SourceCache;
  readonly unplaced: JsonNotChecked[];
}

function findingOf(finding: Finding, writer: Writer): JsonFinding {
  const documentation = ruleAddress(finding.ruleId, writer.context);
  return {
    ruleId: finding.ruleId,
    problem: finding.problem,
    severity: finding.severity,
    confidence: finding.confidence,
    message: finding.message,
    file: finding.file,
    range: rangeOf(finding.range),
    ...(finding.resource === undefined ? {} : { resource: resourceOf(finding.resource) }),
    requirements: finding.requirements,
    controls: finding.controls,
    aliases: finding.aliases,
    fixes: finding.fixes.flatMap((fix) => fixOf(fix, finding, writer)),
    related: finding.related.map(relatedOf),
    fingerprint: finding.fingerprint,
    ...(documentation === undefined ? {} : { documentation }),
  };
}

function waivedOf(entry: WaivedFinding, writer: Writer): JsonWaived {
  const { by: kind, reference, justification, expires } = entry;
  const waivedBy = { kind, reference, justification, ...(expires === undefined ? {} : { expires }) };
  return { ...findingOf(entry.finding, writer), waivedBy };
}

function resourceOf(resource: ResourceIdentity): JsonResource {
  const { apiVersion, kind, name, namespace } = resource;
  return { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

function relatedOf(related: RelatedLocation): JsonRelated {
  return { file: related.file, range: rangeOf(related.range), message: related.message };
}

/** All edits of the fix or, as edits are made together or not at all, none of them. */
function fixOf(fix: Fix, finding: Finding, writer: Writer): readonly JsonFix[] {
  const edits: JsonEdit[] = [];
  for (const edit of fix.edits) {
    const range = writer.sources.rangeOf(edit);
    if (range === undefined) {
      const reason = `The fix "${fix.title}" is left out: ${edit.file} cannot be read as it was judged.`;
      writer.unplaced.push({
        file: finding.file,
        subject: finding.ruleId,
        range: rangeOf(finding.range),
        reason,
        code: FIX_NOT_PLACED,
      });
      return [];
    }
    edits.push({ file: edit.file, range: rangeOf(range), newText: edit.newText });
  }
  return [{ title: fix.title, safety: fix.safety, edits }];
}

function notCheckedOf(entry: NotChecked): JsonNotChecked {
  const { file, subject, range, reason, code } = entry;
  return {
    ...(file === undefined ? {} : { file }),
    ...(subject === undefined ? {} : { subject }),
    ...(range === undefined ? {} : { range: rangeOf(range) }),
    reason,
    code,
  };
}

/** Without the offset, which is no part of the report. */
function rangeOf(range: Range): JsonRange {
  const { start, end } = range;
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}
