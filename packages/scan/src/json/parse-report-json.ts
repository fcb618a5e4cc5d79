import { CodedError } from "@plimsoll/core";
import { parseJsonText, REPORT_LIMITS, type JsonProblem, type JsonProblemKind } from "@plimsoll/core/json";

/** Where a text came from and how much of it is read. */
export interface JsonSource {
  /** Name for messages. */
  readonly file: string;
  /** Longest text that is read, in UTF-16 code units. */
  readonly maximumLength?: number;
  /** Deepest nesting of lists and objects that is read. */
  readonly maximumDepth?: number;
}

export const MAXIMUM_REPORT_LENGTH: number = REPORT_LIMITS.maximumLength;
export const MAXIMUM_REPORT_DEPTH: number = REPORT_LIMITS.maximumDepth;

/**
 * Parses JSON from outside. Size and depth are judged before the parser sees the text.
 * @throws CodedError `scan/report-too-large`, `scan/report-too-deep`, `scan/report-empty`, `scan/report-not-json`
 */
export function parseReportJson(text: string, source: JsonSource): unknown {
  const { file, maximumLength = MAXIMUM_REPORT_LENGTH, maximumDepth = MAXIMUM_REPORT_DEPTH } = source;
  const parsed = parseJsonText(text, { maximumLength, maximumDepth });
  if ("value" in parsed) return parsed.value;
  const { kind } = parsed.problem;
  throw new CodedError({
    code: `scan/report-${kind}`,
    message: `${file}${placeOf(parsed.problem)}: ${parsed.problem.message}`,
    nextStep: NEXT_STEPS[kind],
  });
}

function placeOf({ line, column }: JsonProblem): string {
  return line === 0 ? "" : `, line ${line}, column ${column}`;
}

const NEXT_STEPS: Readonly<Record<JsonProblemKind, string>> = {
  "too-large": "Split the report, or scan fewer targets at once.",
  "too-deep": "No scanner writes such a report: look at where the file comes from.",
  empty: "Look at the scanner's exit code and its messages: it wrote no report.",
  "not-json": "Write the report again; a scanner that was stopped leaves half a file.",
};
