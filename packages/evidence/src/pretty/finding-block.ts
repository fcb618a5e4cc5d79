import { firstOf } from "../report/grouping.ts";
import { ruleAddress } from "../report/rule-address.ts";
import { codeFrame } from "./code-frame.ts";
import { SYMBOLS } from "./palette.ts";
import { shownText } from "./pretty-style.ts";
import { wrapWords } from "./wrap.ts";
import type { Finding, Fix, ResourceIdentity } from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";
import type { ReportContext } from "../report/report-context.ts";
import type { SourceCache } from "../report/source-cache.ts";
import type { PrettyStyle } from "./pretty-style.ts";

const INDENT = "    ";
const SHOWN_REFERENCES = 3;
const SHOWN_RELATED = 5;

/** What blocks are drawn from. */
export interface BlockContext {
  readonly report: ReportContext;
  readonly sources: SourceCache;
  readonly style: PrettyStyle;
}

/** The lines of one finding: what, where, the code, the fix, and what it is about. */
export function findingBlock(finding: Finding, context: BlockContext): readonly string[] {
  const { palette } = context.style;
  const message = wrapWords(shownText(finding.message), context.style.width - INDENT.length);
  return [
    headLine(finding, context),
    ...message.map((line) => INDENT + line),
    ...frameOf(finding, context),
    ...finding.fixes.map((fix) => `${INDENT}${palette.fix(`fix: ${fixText(fix)}`)}`),
    ...relatedLines(finding, context),
    ...referenceLine(finding, context),
  ];
}

/** `file:line:column`, which terminals make clickable. */
export function placeText(file: string, range: Range | undefined): string {
  const place = shownText(file);
  return range === undefined ? place : `${place}:${range.start.line}:${range.start.column}`;
}

function headLine(finding: Finding, context: BlockContext): string {
  const { palette } = context.style;
  const mark = palette.severity[finding.severity](`${SYMBOLS[finding.severity]} ${finding.severity}`);
  const rule = palette.bold(ruleText(finding.ruleId, context));
  return `  ${mark}  ${rule}  ${palette.dim(placeText(finding.file, finding.range))}`;
}

/** The rule's id, as a link to its page where the terminal can do that (OSC 8). */
function ruleText(ruleId: string, context: BlockContext): string {
  const shown = shownText(ruleId);
  const url = context.style.hyperlinks ? ruleAddress(ruleId, context.report) : undefined;
  return url === undefined ? shown : `\u001b]8;;${url}\u001b\\${shown}\u001b]8;;\u001b\\`;
}

function frameOf(finding: Finding, context: BlockContext): readonly string[] {
  const { palette, width } = context.style;
  const source = context.sources.get(finding.file);
  const accent = palette.severity[finding.severity];
  const frame =
    source === undefined
      ? []
      : codeFrame(source, finding.range, { palette, accent, width: width - INDENT.length });
  if (frame.length === 0)
    return [INDENT + palette.dim("(the source cannot be shown: it is not as it was judged)")];
  return ["", ...frame.map((line) => INDENT + line), ""];
}

function fixText(fix: Fix): string {
  return `${shownText(fix.title)} (${fix.safety})`;
}

function relatedLines(finding: Finding, context: BlockContext): readonly string[] {
  const lines = finding.related.map(
    (related) => `see ${placeText(related.file, related.range)}: ${shownText(related.message)}`,
  );
  const { shown, more } = firstOf(lines, SHOWN_RELATED);
  const rest = more === 0 ? [] : [`and ${more} more places`];
  return [...shown, ...rest].map((line) => INDENT + context.style.palette.dim(line));
}

/** Resource, requirements and the first controls, on one line. */
function referenceLine(finding: Finding, context: BlockContext): readonly string[] {
  const parts = [
    finding.resource === undefined ? "" : resourceText(finding.resource),
    listText(finding.requirements),
    listText(finding.controls),
  ].filter((part) => part !== "");
  if (parts.length === 0) return [];
  const lines = wrapWords(parts.join(" · "), context.style.width - INDENT.length);
  return lines.map((line) => INDENT + context.style.palette.dim(line));
}

function resourceText(resource: ResourceIdentity): string {
  const name = resource.namespace === undefined ? resource.name : `${resource.namespace}/${resource.name}`;
  return shownText(`${resource.kind} ${name}`);
}

function listText(items: readonly string[]): string {
  const { shown, more } = firstOf(items, SHOWN_REFERENCES);
  const text = shown.map(shownText).join(", ");
  return more === 0 ? text : `${text} +${more}`;
}
