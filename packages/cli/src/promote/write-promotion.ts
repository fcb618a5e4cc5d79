import { resolve } from "node:path";
import type { PromotionPlan } from "@plimsoll/promote";
import type { Arguments } from "../arguments/option.ts";
import { outputsOf, type FormatChoice, type ReportOutput } from "../report/report-outputs.ts";
import { writeReport } from "../report/write-report.ts";
import { paintOf } from "../terminal/paint.ts";
import { type Terminal, wantsColor } from "../terminal/terminal.ts";
import { promotionPage } from "./promotion-page.ts";

type Format = "pretty" | "json" | "diff";

const FORMATS: FormatChoice<Format> = {
  formats: ["pretty", "json", "diff"],
  byExtension: new Map([
    [".json", "json"],
    [".diff", "diff"],
    [".patch", "diff"],
  ]),
};

/** The reports that a command line asks for. @throws CodedError as `outputsOf` */
export function promotionOutputs(args: Arguments): readonly ReportOutput<Format>[] {
  return outputsOf(args, FORMATS);
}

/** What a plan led to, beside the plan itself. */
export interface PromotionResult {
  readonly plan: PromotionPlan;
  /** What was done, as the start of a line. */
  readonly done: string;
  /** Facts for the JSON report. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Writes the reports of a plan or of what was done, and returns the exit code. */
export async function writePromotion(
  result: PromotionResult,
  outputs: readonly ReportOutput<Format>[],
  args: Arguments,
  terminal: Terminal,
): Promise<number> {
  for (const { format, file } of outputs) {
    const color = file === undefined && wantsColor(terminal, args.has("no-color"));
    const text = rendered(format, result, color);
    if (file === undefined) await terminal.print(text);
    else writeReport(resolve(terminal.cwd, file), [text]);
  }
  return result.plan.operation === "refused" ? 1 : 0;
}

function rendered(format: Format, { plan, done, facts }: PromotionResult, color: boolean): string {
  if (format === "diff") return plan.diff;
  if (format === "pretty") return promotionPage(plan, done, paintOf(color));
  // The texts of the files stand in the diff; here their paths are enough.
  const files = plan.files.map(({ path, edits }) => ({ path, edits }));
  return `${JSON.stringify({ kind: "plimsoll-promotion", schemaVersion: "1.0", ...facts, ...plan, files }, undefined, 2)}\n`;
}
