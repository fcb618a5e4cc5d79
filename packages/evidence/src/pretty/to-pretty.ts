import { groupByFile, severityCounts } from "../report/grouping.ts";
import { SourceCache } from "../report/source-cache.ts";
import { findingBlock } from "./finding-block.ts";
import { notCheckedSection, waivedSection } from "./grouped-sections.ts";
import { paletteOf } from "./palette.ts";
import { shownText } from "./pretty-style.ts";
import { summarySection } from "./summary-section.ts";
import type { Assessment, Finding } from "@plimsoll/core";
import type { ReportContext } from "../report/report-context.ts";
import type { BlockContext } from "./finding-block.ts";
import type { PrettyOptions, PrettyStyle } from "./pretty-style.ts";

const DEFAULT_WIDTH = 100;
const SMALLEST_WIDTH = 40;
const LARGEST_WIDTH = 200;

/**
 * The assessment for a person at a terminal: findings by file with the code under them, then what is waived, what was not
 * checked, and a summary. Nothing of the input reaches the terminal as a control sequence.
 */
export function toPretty(
  assessment: Assessment,
  context: ReportContext,
  options: PrettyOptions = {},
): string {
  const style = styleOf(options);
  const blocks: BlockContext = { report: context, sources: new SourceCache(context.sources), style };
  const sections = [
    ...[...groupByFile(assessment.findings)].map(([file, findings]) => fileSection(file, findings, blocks)),
    waivedSection(assessment.waived, style),
    notCheckedSection(assessment.notChecked, style),
    summarySection(assessment, style),
  ];
  return `${sections.flat().join("\n")}\n`;
}

function styleOf(options: PrettyOptions): PrettyStyle {
  const width = Math.min(Math.max(options.width ?? DEFAULT_WIDTH, SMALLEST_WIDTH), LARGEST_WIDTH);
  return { palette: paletteOf(options.color === true), width, hyperlinks: options.hyperlinks === true };
}

function fileSection(file: string, findings: readonly Finding[], context: BlockContext): readonly string[] {
  const { palette } = context.style;
  const head = `${palette.file(shownText(file))}  ${palette.dim(severityCounts(findings))}`;
  return ["", head, ...findings.flatMap((finding) => ["", ...findingBlock(finding, context)])];
}
