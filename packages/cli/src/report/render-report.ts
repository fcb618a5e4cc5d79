import { type Assessment, CodedError } from "@plimsoll/core";
import type { ReportContext } from "@plimsoll/evidence";
import type { FormatName } from "./report-outputs.ts";

/** How the pretty format looks. */
export interface Look {
  readonly color: boolean;
  readonly width: number | undefined;
}

type Writer = (assessment: Assessment, context: ReportContext, look: Look) => string | Iterable<string>;

const WRITERS: Readonly<Record<FormatName, () => Promise<Writer>>> = {
  pretty: async () => {
    const { toPretty } = await import("@plimsoll/evidence/pretty");
    return (assessment, context, { color, width }) =>
      toPretty(assessment, context, { color, ...(width === undefined ? {} : { width }) });
  },
  json: async () => (await import("@plimsoll/evidence/json")).jsonParts,
  sarif: async () => (await import("@plimsoll/evidence/sarif")).toSarif,
  github: async () => (await import("@plimsoll/evidence/github")).toGithub,
  junit: async () => (await import("@plimsoll/evidence/junit")).toJunit,
  gitlab: async () => (await import("@plimsoll/evidence/gitlab")).toGitlab,
  markdown: async () => {
    const { toMarkdown } = await import("@plimsoll/evidence/markdown");
    return (assessment, context) => toMarkdown(assessment, context);
  },
};

/** How a report is written, and for what. */
export interface ReportRequest {
  readonly format: FormatName;
  readonly context: ReportContext;
  readonly look: Look;
}

/** An assessment in a format, as pieces of its text. Only the format that is asked for is loaded. */
export async function renderReport(
  assessment: Assessment,
  { format, context, look }: ReportRequest,
): Promise<Iterable<string>> {
  const write = await WRITERS[format]();
  try {
    const report = write(assessment, context, look);
    return typeof report === "string" ? [report] : inBlocks(report);
  } catch (error) {
    // A text longer than the engine can hold: half a gigabyte.
    if (!(error instanceof RangeError)) throw error;
    throw new CodedError({
      code: "report/too-large",
      message: `A ${format} report of ${assessment.findings.length} findings is larger than one text can be.`,
      nextStep: "Check a part of the files, or choose a narrower --profile.",
      cause: error,
    });
  }
}

/** UTF-16 code units of a block. */
const BLOCK = 1024 * 1024;

/** Joins small pieces, so that each write is worth its while. */
function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    block.push(piece);
    length += piece.length;
    if (length < BLOCK) continue;
    yield block.join("");
    block = [];
    length = 0;
  }
  if (length > 0) yield block.join("");
}
