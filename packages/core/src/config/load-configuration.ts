import { parseCustomRules } from "../custom-rule/parse-custom-rules.ts";
import type { Rule } from "../rule/rule.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { LayerCollector, type ReadFile } from "./collect-layers.ts";
import { Complaints } from "./complaints.ts";
import type { Configuration } from "./configuration.ts";
import { integrityOf } from "./integrity.ts";
import type { ConfigurationLayer, ConfigurationNote, DocumentLayer, FileReference } from "./layer.ts";
import { DEFAULT_SETTINGS, LayerMerger, type ConfigurationOrigins } from "./merge-layers.ts";
import { Suggestions } from "./nearest.ts";
import { ConfigurationError, type ConfigurationProblem } from "./problem.ts";
import { readCommandLine, type CommandLineSettings } from "./read-command-line.ts";
import { readReferences, readSettings } from "./read-settings.ts";
import { knownRules } from "./read-rules.ts";
import { baseConfigurationSchema } from "./schema.ts";
import { checkDocumentSchema } from "./schema-check.ts";
import { folderOf, joinPath } from "./workspace-path.ts";

/** Where waivers are looked for when no configuration names a file. */
export const DEFAULT_WAIVER_FILE = "plimsoll-waivers.yaml";

export interface LoadRequest {
  /** The configuration file, from the workspace's root; absent where there is none: then defaults and command line hold. */
  readonly path?: string;
  readonly read: ReadFile;
  readonly ruleSet: RuleSet;
  readonly overrides?: CommandLineSettings;
}

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** What the user should know although nothing is wrong. */
  readonly notes: readonly ConfigurationNote[];
  /** Everything that was merged, in order; later ones win. */
  readonly layers: readonly ConfigurationLayer[];
  /** Which layer set a key. */
  readonly why: ConfigurationOrigins;
}

const DEFAULTS: ConfigurationLayer = { kind: "default", name: "defaults" };
const COMMAND_LINE: ConfigurationLayer = { kind: "command line", name: "command line" };

/**
 * Reads a configuration: the file, what it extends, the users' own rules that it names, and the command line, checked and
 * merged. Nothing is fetched and no code of the workspace runs.
 * @throws ConfigurationError with every problem of every file that was read. Codes: `config/missing-file`, `unreadable`,
 *   `several-documents`, `too-large`, `unknown-key`, `missing-key`, `wrong-type`, `bad-value`, `unknown-profile`,
 *   `unknown-rule`, `unknown-option`, `bad-option`, `unknown-requirement`, `bad-version`, `bad-glob`, `bad-date`,
 *   `outside-workspace`, `cycle`, `too-deep`, `integrity`, `bad-integrity`, `unpinned`, `waivers-in-package`, and those of
 *   `parseCustomRules`.
 */
export async function loadConfiguration(request: LoadRequest): Promise<LoadedConfiguration> {
  const { path, read, ruleSet } = request;
  const collector = new LayerCollector(read);
  if (path !== undefined) await collector.collect(path);
  const complaints = new Complaints("config");
  const problems: ConfigurationProblem[] = [...collector.problems];
  for (const { document } of collector.layers)
    problems.push(...checkDocumentSchema(document, baseConfigurationSchema, "config"));
  const custom = await loadCustomRules(collector.layers, request, complaints);
  problems.push(...custom.problems);
  const known = knownRules(withRules(ruleSet, custom.rules), ruleSet.renamed);
  const requirements = new Suggestions(Object.keys(ruleSet.requirements));
  const merger = new LayerMerger();
  merger.add(DEFAULTS, DEFAULT_SETTINGS);
  const named: FileReference[] = [];
  for (const layer of collector.layers) {
    const settings = readSettings({ layer, ruleSet, known, requirements, complaints });
    named.push(...(settings.waivers ?? []));
    merger.add(layer, settings);
  }
  merger.add(COMMAND_LINE, readCommandLine(request.overrides ?? {}, { ruleSet, known, complaints }));
  await checkWaiverFiles(named, read, complaints);
  problems.push(...complaints.problems);
  if (problems.length > 0) throw new ConfigurationError(sortProblems(problems));
  const configuration = merger.finish(custom.rules);
  return {
    configuration: { ...configuration, waiverFiles: await waiverFiles(configuration, request) },
    notes: complaints.notes,
    layers: [DEFAULTS, ...collector.layers.map(({ kind, name }) => ({ kind, name })), COMMAND_LINE],
    why: merger.origins,
  };
}

function withRules(ruleSet: RuleSet, custom: readonly Rule[]): ReadonlyMap<string, Rule> {
  if (custom.length === 0) return ruleSet.rules;
  return new Map([...ruleSet.rules, ...custom.map((rule) => [rule.id, rule] as const)]);
}

/** Reads the users' own rules of all layers. An id that two files use is told. */
async function loadCustomRules(
  layers: readonly DocumentLayer[],
  { read, ruleSet }: LoadRequest,
  complaints: Complaints,
): Promise<{ readonly rules: readonly Rule[]; readonly problems: readonly ConfigurationProblem[] }> {
  const rules: Rule[] = [];
  const problems: ConfigurationProblem[] = [];
  const done = new Set<string>();
  for (const layer of layers) {
    for (const reference of readReferences({ layer, complaints }, "customRules") ?? []) {
      if (done.has(reference.path)) continue;
      done.add(reference.path);
      const text = await readReferenced(reference, read, problems);
      if (text === undefined) continue;
      const parsed = await parseCustomRules(reference.path, text, {
        ruleSet,
        taken: rules.map(({ id }) => id),
      });
      rules.push(...parsed.rules);
      problems.push(...parsed.problems);
    }
  }
  return { rules, problems };
}

async function readReferenced(
  reference: FileReference,
  read: ReadFile,
  problems: ConfigurationProblem[],
): Promise<string | undefined> {
  const { path, integrity, file, range } = reference;
  const place = { file, ...(range === undefined ? {} : { range }) };
  const text = await read(path);
  if (text === undefined) {
    problems.push({
      ...place,
      code: "config/missing-file",
      message: `There is no file ${path}.`,
      nextStep: "Correct the path, which starts at the folder of this file.",
    });
    return undefined;
  }
  if (integrity !== undefined && integrityOf(text) !== integrity) {
    problems.push({
      ...place,
      code: "config/integrity",
      message: `${path} is not the file that was pinned: its integrity is ${integrityOf(text)}.`,
      nextStep: "Review the change, then pin the new integrity.",
    });
    return undefined;
  }
  return text;
}

async function checkWaiverFiles(
  named: readonly FileReference[],
  read: ReadFile,
  complaints: Complaints,
): Promise<void> {
  for (const reference of named) await readReferenced(reference, read, complaints.problems);
}

/** Named files, or the usual one beside the configuration where it exists. */
async function waiverFiles(
  { waiverFiles }: Configuration,
  { path, read }: LoadRequest,
): Promise<readonly string[]> {
  if (waiverFiles.length > 0) return waiverFiles;
  const usual = joinPath(folderOf(path ?? ""), DEFAULT_WAIVER_FILE) ?? DEFAULT_WAIVER_FILE;
  return (await read(usual)) === undefined ? [] : [usual];
}

/** By file in the order of reading, then by place. */
function sortProblems(problems: readonly ConfigurationProblem[]): readonly ConfigurationProblem[] {
  const order = new Map<string, number>();
  for (const { file } of problems) if (!order.has(file)) order.set(file, order.size);
  return [...problems].sort(
    (a, b) =>
      (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) ||
      (a.range?.start.offset ?? -1) - (b.range?.start.offset ?? -1),
  );
}
