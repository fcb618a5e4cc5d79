import { extname } from "node:path";
import { CodedError, nearest } from "@plimsoll/core";
import type { Arguments } from "../arguments/option.ts";

/** Names of formats. */
export const FORMATS = ["pretty", "json", "sarif", "github", "junit", "gitlab", "markdown"] as const;
export type FormatName = (typeof FORMATS)[number];

/** A report to write: in a format, to a file or to standard output. */
export interface ReportOutput<Name extends string = FormatName> {
  readonly format: Name;
  /** As given; undefined for standard output. */
  readonly file: string | undefined;
}

/** The formats of a command, the default first, and those that a file's extension stands for. */
export interface FormatChoice<Name extends string> {
  readonly formats: readonly [Name, ...Name[]];
  readonly byExtension: ReadonlyMap<string, Name>;
}

const CHECK_FORMATS: FormatChoice<FormatName> = {
  formats: FORMATS,
  byExtension: new Map([
    [".json", "json"],
    [".sarif", "sarif"],
    [".xml", "junit"],
    [".md", "markdown"],
    [".txt", "pretty"],
  ]),
};

/** The reports that `plimsoll check` is asked for; see {@link outputsOf}. */
export function reportOutputs(args: Arguments): readonly ReportOutput[] {
  return outputsOf(args, CHECK_FORMATS);
}

/**
 * The reports that `--format` and `--output` ask for. An output takes the format before it; one that stands without a
 * format takes it from the file's extension. Without any, a report in the first format goes to standard output.
 * @throws CodedError `cli/unknown-format`, `cli/two-reports-on-stdout`.
 */
export function outputsOf<Name extends string>(
  args: Arguments,
  { formats, byExtension }: FormatChoice<Name>,
): readonly ReportOutput<Name>[] {
  const outputs: ReportOutput<Name>[] = [];
  let pending: Name | undefined;
  for (const { name, value } of args.given) {
    if (name === "format") {
      if (pending !== undefined) outputs.push({ format: pending, file: undefined });
      pending = formatOf(value, formats);
    } else if (name === "output") {
      const format = pending ?? byExtension.get(extname(value).toLowerCase()) ?? formats[0];
      outputs.push({ format, file: value });
      pending = undefined;
    }
  }
  if (pending !== undefined || outputs.length === 0)
    outputs.push({ format: pending ?? formats[0], file: undefined });
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw new CodedError({
      code: "cli/two-reports-on-stdout",
      message: "Two reports cannot both go to standard output.",
      nextStep: "Give each --format an --output behind it, except one.",
    });
  }
  return outputs;
}

function formatOf<Name extends string>(name: string, formats: readonly Name[]): Name {
  const format = formats.find((known) => known === name);
  if (format !== undefined) return format;
  const near = nearest(name, formats);
  throw new CodedError({
    code: "cli/unknown-format",
    message: `There is no format ${JSON.stringify(name)}.`,
    nextStep: near === undefined ? `The formats are ${formats.join(", ")}.` : `Did you mean ${near}?`,
  });
}
