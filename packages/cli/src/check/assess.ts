import {
  type Assessment,
  classifyFile,
  compileGlobs,
  conclude,
  type Configuration,
  type Engine,
  type FileResult,
  type NotChecked,
  readCustomSchemas,
  type Waiver,
} from "@plimsoll/core";
import {
  checkFiles,
  checkText,
  collectCustomSchemas,
  type Discovery,
  discoverFiles,
  execute,
  findExecutable,
  loadWaivers,
  mergeResults,
  readSource,
  type RenderedWorkspace,
  renderWorkspace,
  type SourceFile,
  type Workspace,
} from "@plimsoll/workspace";
import { join } from "node:path";
import type { Progress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { prepareEngine } from "./engine-setup.ts";
import { workerLocation } from "./worker-location.ts";

/** What to check. */
export interface AssessRequest {
  readonly workspace: Workspace;
  readonly terminal: Terminal;
  readonly progress: Progress;
  readonly auditor: boolean;
  readonly render: boolean;
  readonly changedSince: string | undefined;
  readonly baseline: { readonly file: string; readonly text: string } | undefined;
  /** A text to check instead of files, under a path of the workspace. */
  readonly input: { readonly path: string; readonly text: string } | undefined;
}

/** An assessment and what reports about it need. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly engine: Engine;
  /** Results file by file, before waivers and baseline. */
  readonly results: readonly FileResult[];
  /** Concludes again from other results, as `assess` did. */
  readonly conclude: (results: readonly FileResult[]) => Assessment;
  /** Workspace paths of the files that were judged. */
  readonly checkedFiles: readonly string[];
  /** Text of a file as a report shows it. */
  readonly sources: (file: string) => string | undefined;
}

/** Finds, renders and judges files, and applies waivers and baseline. */
export async function assess(request: AssessRequest): Promise<Assessed> {
  const { workspace } = request;
  const isWhole = checksWhole(request);
  const configuration = isWhole ? workspace.configuration : partial(workspace.configuration);
  const { engine, gathered } =
    request.input === undefined
      ? await gatherFiles(request, configuration)
      : await gatherInput(request, request.input, configuration);
  const waivers = loadWaivers(workspace);
  const concludeFrom = (results: readonly FileResult[]): Assessment =>
    conclude(engine, results, {
      today: request.terminal.today(),
      waivers: isWhole ? waivers : waivers.filter((waiver) => concerns(waiver, results)),
      ...(request.baseline === undefined ? {} : { baseline: request.baseline }),
      notChecked: gathered.notChecked,
    });
  const assessment = concludeFrom(gathered.results);
  return {
    assessment: isWhole ? assessment : withoutStale(assessment),
    engine,
    results: gathered.results,
    conclude: concludeFrom,
    checkedFiles: gathered.results.filter(({ checked }) => checked).map(({ path }) => path),
    sources: (file) => (file === request.input?.path ? request.input.text : sourceText(workspace, file)),
  };
}

/** Nor can anybody tell that the rest of a baseline is stale. */
function withoutStale(assessment: Assessment): Assessment {
  return { ...assessment, notChecked: assessment.notChecked.filter(({ code }) => code !== "baseline/stale") };
}

/** Whether all files of the workspace are judged, so that a waiver without a finding is unused. */
function checksWhole({ workspace, changedSince, input }: AssessRequest): boolean {
  return input === undefined && changedSince === undefined && workspace.paths.includes(workspace.root);
}

/** In a check of some files nobody can tell that a waiver is unused. */
function partial(configuration: Configuration): Configuration {
  return { ...configuration, rules: { ...configuration.rules, "waiver/used": { severity: "off" } } };
}

function concerns({ rule, scope: { paths } }: Waiver, results: readonly FileResult[]): boolean {
  const matches = paths === undefined ? () => true : compileGlobs(paths);
  return results.some(({ findings }) =>
    findings.some(({ ruleId, file }) => ruleId === rule && matches(file)),
  );
}

interface Gathered {
  readonly results: readonly FileResult[];
  readonly notChecked: readonly NotChecked[];
}

/** An engine and what came of its check. */
interface Checked {
  readonly engine: Engine;
  readonly gathered: Gathered;
}

async function gatherInput(
  { auditor }: AssessRequest,
  input: { readonly path: string; readonly text: string },
  configuration: Configuration,
): Promise<Checked> {
  const engine = await prepareEngine({
    configuration,
    auditor,
    paths: [input.path],
    listed: [],
    collect: () => readCustomSchemas(input.path, input.text),
  });
  const outcome = checkText(engine.engine, input);
  const { notChecked } = engine;
  return {
    engine: engine.engine,
    gathered:
      "result" in outcome
        ? { results: [outcome.result], notChecked }
        : { results: [], notChecked: [...notChecked, outcome.notChecked] },
  };
}

async function gatherFiles(request: AssessRequest, configuration: Configuration): Promise<Checked> {
  const { workspace, progress, auditor } = request;
  progress.say(() => "looking for files");
  const discovery = await discover(request);
  const paths = discovery.files.map(({ path }) => path);
  const prepared = await prepareEngine({
    configuration,
    auditor,
    paths,
    listed: discovery.listed,
    collect: () => collectCustomSchemas(workspace.root, new Set([...paths, ...discovery.listed])),
  });
  const { engine } = prepared;
  const rendered = await render(request, engine, discovery);
  const plain = discovery.files.filter((file) => file.named || !rendered.consumed.has(file.path));
  const checked = await checkFiles(plain, {
    engine,
    root: workspace.root,
    pool: { ...workerLocation(), setup: { root: workspace.root, ...prepared.setup } },
    onProgress: (done, total) => progress.say(() => `checked ${done} of ${total} files`),
  });
  const isSelected = selectionOf(workspace);
  const named = new Set(discovery.files.filter((file) => file.named).map((file) => file.path));
  const isWanted = (path: string): boolean =>
    named.has(path) || (isSelected(path) && discovery.isChanged(path));
  const gathered = {
    results: withConsumed(
      mergeResults(checked.results, rendered.results, isWanted),
      discovery.files,
      rendered.consumed,
    ),
    notChecked: [
      ...discovery.notChecked,
      ...prepared.notChecked,
      ...rendered.notChecked,
      ...checked.notChecked,
      ...nothingFound(request, discovery),
    ],
  };
  return { engine, gathered };
}

function discover({ workspace, terminal, changedSince }: AssessRequest): Promise<Discovery> {
  const { root, isRepository, paths } = workspace;
  const search = { path: terminal.environment["PATH"], notInside: root };
  // Git is asked for folders and changes only: a check of one named file starts no process.
  return discoverFiles({
    root,
    paths,
    select: selectionOf(workspace),
    git: isRepository ? findExecutable("git", search) : undefined,
    execute,
    environment: terminal.environment,
    changedSince,
  });
}

/** Whether a file that was found, not named, is one to check. */
function selectionOf({ configuration: { include, exclude } }: Workspace): (path: string) => boolean {
  const isIncluded = include.length === 0 ? () => true : compileGlobs(include);
  const isExcluded = compileGlobs(exclude);
  return (path) => classifyFile(path) !== undefined && isIncluded(path) && !isExcluded(path);
}

async function render(
  request: AssessRequest,
  engine: Engine,
  discovery: Discovery,
): Promise<RenderedWorkspace> {
  const { workspace, terminal, progress } = request;
  const isExcluded = compileGlobs(workspace.configuration.exclude);
  const listed = discovery.listed.filter((path) => !isExcluded(path));
  return renderWorkspace({
    root: workspace.root,
    engine,
    listed,
    isChanged: discovery.isChanged,
    mode: request.render ? "render" : "name-only",
    execute,
    environment: terminal.environment,
    onProgress: (what) => progress.say(() => `rendering ${what}`),
  });
}

/** Files that were judged through a rendering count as checked. */
function withConsumed(
  results: readonly FileResult[],
  files: readonly SourceFile[],
  consumed: ReadonlySet<string>,
): readonly FileResult[] {
  const known = new Set(results.map(({ path }) => path));
  const added = files.filter(({ path }) => consumed.has(path) && !known.has(path));
  return [
    ...results,
    ...added.map(({ path }): FileResult => ({
      path,
      kind: classifyFile(path) ?? "yaml",
      checked: true,
      resources: 0,
      findings: [],
      suppressed: [],
      notChecked: [],
      records: [],
    })),
  ];
}

function nothingFound(
  { workspace, changedSince }: AssessRequest,
  discovery: Discovery,
): readonly NotChecked[] {
  if (discovery.files.length > 0 || discovery.notChecked.length > 0 || changedSince !== undefined) return [];
  const where = workspace.paths.map((path) => JSON.stringify(path)).join(", ");
  return [
    {
      code: "path/nothing-to-check",
      reason: `No Dockerfile and no YAML or JSON file was found in ${where}.`,
    },
  ];
}

function sourceText(workspace: Workspace, file: string): string | undefined {
  const source = readSource({ path: file, absolute: join(workspace.root, file) });
  return "text" in source ? source.text : undefined;
}
