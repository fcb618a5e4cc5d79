import { extname } from "node:path";
import { CodedError, nearest } from "@plimsoll/core";
import type { Arguments } from "../arguments/option.ts";

/** Names of formats. */
export const FORMATS = ["pretty", "json", "sarif", "github", "junit", "gitlab", "markdown"] as const;
export type FormatName = (typeof FORMATS)[number];

/** A report to write: in a format, to a file or to standard output. */
export interface ReportOutput {
  readonly format: FormatName;
  /** As given; undefined for standard output. */
  readonly file: string | undefined;
}

const FORMAT_OF_EXTENSION: ReadonlyMap<string, FormatName> = new Map([
  [".json", "json"],
  [".sarif", "sarif"],
  [".xml", "junit"],
  [".md", "markdown"],
  [".txt", "pretty"],
]);

/**
 * The reports that `--format` and `--output` ask for. An output takes the format before it; one that stands without a
 * format takes it from the file's extension. Without any, a pretty report goes to standard output.
 * @throws CodedError `cli/unknown-format`, `cli/two-reports-on-stdout`.
 */
export function reportOutputs(args: Arguments): readonly ReportOutput[] {
  const outputs: ReportOutput[] = [];
  let pending: FormatName | undefined;
  for (const { name, value } of args.given) {
    if (name === "format") {
      if (pending !== undefined) outputs.push({ format: pending, file: undefined });
      pending = formatOf(value);
    } else if (name === "output") {
      outputs.push({
        format: pending ?? FORMAT_OF_EXTENSION.get(extname(value).toLowerCase()) ?? "pretty",
        file: value,
      });
      pending = undefined;
    }
  }
  if (pending !== undefined || outputs.length === 0)
    outputs.push({ format: pending ?? "pretty", file: undefined });
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw new CodedError({
      code: "cli/two-reports-on-stdout",
      message: "Two reports cannot both go to standard output.",
      nextStep: "Give each --format an --output behind it, except one.",
    });
  }
  return outputs;
}

function formatOf(name: string): FormatName {
  const format = FORMATS.find((known) => known === name);
  if (format !== undefined) return format;
  const near = nearest(name, FORMATS);
  throw new CodedError({
    code: "cli/unknown-format",
    message: `There is no format ${JSON.stringify(name)}.`,
    nextStep: near === undefined ? `The formats are ${FORMATS.join(", ")}.` : `Did you mean ${near}?`,
  });
}
