import { basename, resolve } from "node:path";
import { type FileResult, readPipeline } from "@plimsoll/core";
import { assessPosture } from "@plimsoll/core/posture";
import { pipelineSvg } from "@plimsoll/evidence/pipeline";
import {
  toPostureHtml,
  toPostureJson,
  toPostureMarkdown,
  toPostureText,
  type PostureReport,
} from "@plimsoll/evidence/posture";
import { requirementById } from "@plimsoll/model";
import type { Workspace } from "@plimsoll/workspace";
import { countOption } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";
import { assess } from "../check/assess.ts";
import { openFor } from "../check/open.ts";
import { readEvidenceSet } from "../posture/read-evidence-set.ts";
import { withTraces } from "../posture/with-traces.ts";
import { outputsOf, type FormatChoice } from "../report/report-outputs.ts";
import { writeReport } from "../report/write-report.ts";
import { Progress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { VERSION } from "../version.ts";

type Format = "pretty" | "html" | "json" | "markdown";

const FORMATS: FormatChoice<Format> = {
  formats: ["pretty", "html", "json", "markdown"],
  byExtension: new Map([
    [".html", "html"],
    [".json", "json"],
    [".md", "markdown"],
  ]),
};

const WRITERS: Readonly<Record<Format, (report: PostureReport) => string>> = {
  pretty: toPostureText,
  html: toPostureHtml,
  json: toPostureJson,
  markdown: toPostureMarkdown,
};

/** `plimsoll assess`: judges a workspace, with its evidence, against every row of the design. */
export async function assessCommand(args: Arguments, terminal: Terminal): Promise<number> {
  const outputs = outputsOf(args, FORMATS);
  const failBelow = countOption(args, "fail-below", 100) ?? 0;
  const evidence = await readEvidenceSet(args, terminal);
  const workspace = await openFor(args, terminal, args.operands);
  const progress = new Progress(terminal);
  const assessed = await assess({
    workspace,
    terminal,
    progress,
    auditor: args.has("auditor"),
    render: !args.has("no-render"),
    changedSince: undefined,
    baseline: undefined,
    input: undefined,
  });
  progress.end();
  const { engine, assessment, sources } = assessed;
  const results = withTraces(assessed.results, engine, sources);
  const posture = assessPosture({
    engine,
    results,
    assessment,
    today: terminal.today(),
    ...(evidence === undefined ? {} : { evidence }),
  });
  const report: PostureReport = {
    posture,
    subject: subjectOf(workspace),
    toolVersion: VERSION,
    ...pictureOf(results),
    statementOf: (id) => requirementById(id)?.statement,
  };
  for (const { format, file } of outputs) {
    const text = WRITERS[format](report);
    if (file === undefined) await terminal.print(text);
    else writeReport(resolve(terminal.cwd, file), [text]);
  }
  return posture.score.percent < failBelow ? 1 : 0;
}

/** The folder that was named, where it is one; else the workspace. */
function subjectOf({ root, paths }: Workspace): string {
  const [only, ...others] = paths;
  return basename(only === undefined || others.length > 0 ? root : only);
}

function pictureOf(results: readonly FileResult[]): { readonly pipeline?: string } {
  const facts = results.flatMap((result) => result.facts ?? []);
  if (facts.every(({ workflow }) => workflow === undefined)) return {};
  return { pipeline: pipelineSvg(readPipeline(facts)) };
}
