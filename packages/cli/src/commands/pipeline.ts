import { resolve } from "node:path";
import {
  classifyFile,
  compileGlobs,
  createEngine,
  type FileFacts,
  type Pipeline,
  readPipeline,
} from "@plimsoll/core";
import { pipelineMermaid, pipelineSvg, pipelineText } from "@plimsoll/evidence/pipeline";
import { ruleHeaders } from "@plimsoll/rules/lazy";
import {
  discoverFiles,
  execute,
  findExecutable,
  MAXIMUM_FILE_BYTES,
  readSource,
  type SourceFile,
  type Workspace,
} from "@plimsoll/workspace";
import type { Arguments } from "../arguments/option.ts";
import { openFor } from "../check/open.ts";
import { listFormat } from "../report/format-option.ts";
import { writeReport } from "../report/write-report.ts";
import { printable } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";

const FORMATS = ["text", "mermaid", "svg", "json"] as const;

/** `plimsoll pipeline`: draws the pipeline that the workflows make. */
export async function pipeline(args: Arguments, terminal: Terminal): Promise<number> {
  const format = listFormat(args, FORMATS);
  const output = args.valueOf("output");
  const workspace = await openFor(args, terminal, args.operands);
  const files = await workflowFiles(workspace, terminal);
  const text = DRAW[format](readPipeline(factsOf(files, workspace, terminal)));
  if (output === undefined) await terminal.print(text);
  else writeReport(resolve(terminal.cwd, output), [text]);
  return 0;
}

const DRAW: Readonly<Record<(typeof FORMATS)[number], (made: Pipeline) => string>> = {
  text: pipelineText,
  mermaid: pipelineMermaid,
  svg: (made) => pipelineSvg(made),
  json: (made) => `${JSON.stringify({ schemaVersion: 1, ...made }, undefined, 2)}\n`,
};

async function workflowFiles(workspace: Workspace, terminal: Terminal): Promise<readonly SourceFile[]> {
  const { root, isRepository, paths, configuration } = workspace;
  const isExcluded = compileGlobs(configuration.exclude);
  const search = { path: terminal.environment["PATH"], notInside: root };
  const { files, notChecked } = await discoverFiles({
    root,
    paths,
    select: (path) => isOfGitHub(path) && !isExcluded(path),
    git: isRepository ? findExecutable("git", search) : undefined,
    execute,
    environment: terminal.environment,
    changedSince: undefined,
  });
  for (const { file, reason } of notChecked) tell(terminal, file, reason);
  return files;
}

function isOfGitHub(path: string): boolean {
  const kind = classifyFile(path);
  return kind === "workflow" || kind === "action";
}

function factsOf(
  files: readonly SourceFile[],
  workspace: Workspace,
  terminal: Terminal,
): readonly FileFacts[] {
  const { configuration } = workspace;
  const engine = createEngine({ ruleSet: ruleHeaders, configuration });
  return files.flatMap((file) => {
    const source = readSource(file, MAXIMUM_FILE_BYTES);
    if ("text" in source) return engine.checkFile({ path: file.path, text: source.text }).facts ?? [];
    tell(terminal, file.path, source.notChecked.reason);
    return [];
  });
}

function tell(terminal: Terminal, file: string | undefined, reason: string): void {
  terminal.printError(
    `plimsoll: not read: ${printable(file === undefined ? reason : `${file}: ${reason}`)}\n`,
  );
}
