import type { Assessment } from "@plimsoll/core";
import type { ReportContext } from "@plimsoll/evidence";
import type { FormatName } from "./report-outputs.ts";

/** How the pretty format looks. */
export interface Look {
  readonly color: boolean;
  readonly width: number | undefined;
}

/** Writes an assessment in a format. Only the format that is asked for is loaded. */
export async function renderReport(format: FormatName, assessment: Assessment, context: ReportContext, look: Look): Promise<string> {
  switch (format) {
    case "pretty": {
      const { toPretty } = await import("@plimsoll/evidence/pretty");
      return toPretty(assessment, context, { color: look.color, ...(look.width === undefined ? {} : { width: look.width }) });
    }
    case "json":
      return (await import("@plimsoll/evidence/json")).toJson(assessment, context);
    case "sarif":
      return (await import("@plimsoll/evidence/sarif")).toSarif(assessment, context);
    case "github":
      return (await import("@plimsoll/evidence/github")).toGithub(assessment, context);
    case "junit":
      return (await import("@plimsoll/evidence/junit")).toJunit(assessment, context);
    case "gitlab":
      return (await import("@plimsoll/evidence/gitlab")).toGitlab(assessment, context);
    case "markdown":
      return (await import("@plimsoll/evidence/markdown")).toMarkdown(assessment, context);
  }
}
