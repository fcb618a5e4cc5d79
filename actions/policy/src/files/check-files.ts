import { join, resolve } from "node:path";
import { readBounded } from "@plimsoll/action-kit";
import {
  classifyFile,
  compileGlobs,
  conclude,
  createEngine,
  loadKubernetesSchemas,
  usesSchemas,
  type Assessment,
  type Configuration,
  type Engine,
  type FileResult,
  type NotChecked,
} from "@plimsoll/core";
import { loadRuleSet, ruleHeaders } from "@plimsoll/rules/lazy";
import {
  checkFiles,
  collectCustomSchemas,
  discoverFiles,
  execute,
  findExecutable,
  loadWaivers,
  mergeResults,
  openWorkspace,
  readSource,
  renderWorkspace,
  type Discovery,
  type Workspace,
} from "@plimsoll/workspace";
import type { Environment } from "@plimsoll/action-kit";

/** What to judge by the rules. */
export interface FilesRequest {
  /** Absolute real path. */
  readonly workspace: string;
  readonly paths: readonly string[];
  readonly config: string | undefined;
  readonly profile: string | undefined;
  readonly changedSince: string | undefined;
  readonly baseline: string | undefined;
  readonly render: boolean;
  readonly environment: Environment;
  /** ISO date by which waivers are judged. */
  readonly today: string;
}

/** What the rules say of the files, and what reports about it need. */
export interface CheckedRepository {
  readonly assessment: Assessment;
  readonly engine: Engine;
  readonly checkedFiles: readonly string[];
  /** Text of a file as a report shows it. */
  readonly sources: (file: string) => string | undefined;
}

const MAXIMUM_BASELINE_BYTES = 64 * 1024 * 1024;

/** Finds, renders and judges the files of the workspace, and applies waivers and baseline. */
export async function checkRepository(request: FilesRequest): Promise<CheckedRepository> {
  const workspace = await openWorkspace({
    cwd: request.workspace,
    paths: request.paths,
    config: request.config,
    overrides: request.profile === undefined ? {} : { profile: request.profile },
    ruleSet: ruleHeaders,
  });
  const isWhole = request.changedSince === undefined && workspace.paths.includes(workspace.root);
  const discovery = await discover(workspace, request);
  const { engine, notChecked: ofSchemas } = await makeEngine(workspace, discovery);
  const { results, notChecked } = await judge({ workspace, discovery, engine, request });
  const assessment = conclude(engine, results, {
    today: request.today,
    waivers: loadWaivers(workspace),
    // Of some files nobody can tell that a waiver or the rest of a baseline is unused.
    partial: !isWhole,
    notChecked: [...discovery.notChecked, ...ofSchemas, ...notChecked],
    ...baselineOf(request),
  });
  return {
    assessment,
    engine,
    checkedFiles: results.filter(({ checked }) => checked).map(({ path }) => path),
    sources: (file) => {
      const source = readSource({ path: file, absolute: join(workspace.root, file) });
      return "text" in source ? source.text : undefined;
    },
  };
}

function baselineOf({ baseline, workspace }: FilesRequest): {
  readonly baseline?: { readonly file: string; readonly text: string };
} {
  if (baseline === undefined) return {};
  const bytes = readBounded(resolve(workspace, baseline), MAXIMUM_BASELINE_BYTES);
  return { baseline: { file: baseline, text: bytes.toString("utf8") } };
}

function discover(workspace: Workspace, request: FilesRequest): Promise<Discovery> {
  const { root, isRepository, paths, configuration } = workspace;
  const search = { path: request.environment["PATH"], notInside: root };
  return discoverFiles({
    root,
    paths,
    select: selectionOf(configuration),
    git: isRepository ? findExecutable("git", search) : undefined,
    execute,
    environment: request.environment,
    changedSince: request.changedSince,
  });
}

function selectionOf({ include, exclude }: Configuration): (path: string) => boolean {
  const isIncluded = include.length === 0 ? () => true : compileGlobs(include);
  const isExcluded = compileGlobs(exclude);
  return (path) => classifyFile(path) !== undefined && isIncluded(path) && !isExcluded(path);
}

/** All rules: an action judges whole repositories, so leaving some out would save nothing. */
async function makeEngine(
  { configuration, root }: Workspace,
  { files, listed }: Discovery,
): Promise<{ readonly engine: Engine; readonly notChecked: readonly NotChecked[] }> {
  const ruleSet = await loadRuleSet({ configuration, dockerfiles: true, workflows: true, objects: true });
  if (!usesSchemas(ruleHeaders, configuration))
    return { engine: createEngine({ ruleSet, configuration, auditor: false }), notChecked: [] };
  const collected = collectCustomSchemas(root, new Set([...files.map(({ path }) => path), ...listed]));
  const engine = createEngine({
    ruleSet,
    configuration,
    auditor: false,
    schemas: await loadKubernetesSchemas(),
    customSchemas: collected.schemas,
  });
  return { engine, notChecked: collected.notChecked };
}

interface Judging {
  readonly workspace: Workspace;
  readonly discovery: Discovery;
  readonly engine: Engine;
  readonly request: FilesRequest;
}

async function judge({ workspace, discovery, engine, request }: Judging): Promise<{
  readonly results: readonly FileResult[];
  readonly notChecked: readonly NotChecked[];
}> {
  const isExcluded = compileGlobs(workspace.configuration.exclude);
  const rendered = await renderWorkspace({
    root: workspace.root,
    engine,
    listed: discovery.listed.filter((path) => !isExcluded(path)),
    isChanged: discovery.isChanged,
    mode: request.render ? "render" : "name-only",
    execute,
    environment: request.environment,
  });
  const plain = discovery.files.filter((file) => file.named || !rendered.consumed.has(file.path));
  const checked = await checkFiles(plain, { engine, root: workspace.root, pool: undefined });
  const named = new Set(discovery.files.filter((file) => file.named).map((file) => file.path));
  const isSelected = selectionOf(workspace.configuration);
  const isWanted = (path: string): boolean =>
    named.has(path) || (isSelected(path) && discovery.isChanged(path));
  const merged = mergeResults(checked.results, rendered.results, isWanted);
  return {
    results: [...merged, ...consumedFiles(merged, discovery, rendered.consumed)],
    notChecked: [...rendered.notChecked, ...checked.notChecked],
  };
}

/** Files that were judged through a rendering count as checked. */
function consumedFiles(
  results: readonly FileResult[],
  { files }: Discovery,
  consumed: ReadonlySet<string>,
): readonly FileResult[] {
  const known = new Set(results.map(({ path }) => path));
  return files
    .filter(({ path }) => consumed.has(path) && !known.has(path))
    .map(({ path }) => ({
      path,
      kind: classifyFile(path) ?? "yaml",
      checked: true,
      resources: 0,
      findings: [],
      suppressed: [],
      notChecked: [],
      records: [],
    }));
}
