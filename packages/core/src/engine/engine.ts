import type { KubernetesSchemas } from "@plimsoll/model/kubernetes-schemas";
import type { YamlDocument, YamlStream } from "@plimsoll/syntax";
import type { Configuration } from "../config/configuration.ts";
import { resolveSettings, type ResolvedSetting } from "../config/resolve-settings.ts";
import type { Severity } from "../finding/finding.ts";
import { hearComments } from "../ignore/hear-comments.ts";
import { weighChecks } from "../peer/weigh-checks.ts";
import type { RuleContext, RuleMeta, RuleOptions } from "../rule/rule.ts";
import type { RuleReferences, RuleSet } from "../rule/rule-set.ts";
import type { CustomSchema } from "../schema/custom-schema.ts";
import { FileSchemas } from "../schema/file-schemas.ts";
import { SchemaStore } from "../schema/schema-store.ts";
import { activeRules } from "./active-rules.ts";
import { gatherDockerfile, gatherYaml, type FileCheck, type FileResult } from "./check-file.ts";
import { type DocumentResult } from "./check-document.ts";
import { chartOf, classifyFile, type FileKind } from "./file-kind.ts";
import { PartMemory } from "./part-memory.ts";
import { indexRules, type RuleIndex } from "./rule-index.ts";
import { noteUnloaded } from "./unloaded.ts";

export interface EngineOptions {
  readonly ruleSet: RuleSet;
  readonly configuration: Configuration;
  /** Auditors hear no comments: inline ignores do not count. */
  readonly auditor?: boolean;
  /** The structure of Kubernetes' own kinds, from `loadKubernetesSchemas`; without it objects are not compared with their kinds. */
  readonly schemas?: KubernetesSchemas;
  /** The structure of custom kinds, from `readCustomSchemas`. */
  readonly customSchemas?: readonly CustomSchema[];
}

export interface FileInput {
  /** From the workspace's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What the file is, where its path does not say. */
  readonly kind?: FileKind;
  /** Reads a file by a path relative to this file's folder. */
  readonly sibling?: (name: string) => string | undefined;
}

/** Remembers the documents of one open file, so that an edit costs only the documents that it touched. */
export interface FileMemory {
  stream: YamlStream | undefined;
  known: ReadonlyMap<YamlDocument, DocumentResult>;
  readonly parts: PartMemory | undefined;
}

export interface Engine {
  readonly ruleSet: RuleSet;
  readonly configuration: Configuration;
  readonly auditor: boolean;
  /** Judges one file. Never throws on any text. */
  readonly checkFile: (input: FileInput, memory?: FileMemory) => FileResult;
}

/** Largest text that is read, in UTF-16 code units. */
export const MAXIMUM_TEXT: number = 2 * 1024 * 1024;

export function newFileMemory(): FileMemory {
  return { stream: undefined, known: new Map(), parts: new PartMemory() };
}

/** For a file that is checked once, of which nothing needs to be remembered. */
function forOnce(): FileMemory {
  return { stream: undefined, known: new Map(), parts: undefined };
}

/** Makes an engine for one configuration. Users' own rules are added to the set. */
export function createEngine(options: EngineOptions): Engine {
  const { configuration } = options;
  const auditor = options.auditor ?? false;
  const ruleSet = withCustomRules(options.ruleSet, configuration);
  const index = indexRules(ruleSet.rules.values(), ruleSet.trees);
  const store =
    options.schemas === undefined
      ? undefined
      : new SchemaStore(options.schemas, configuration.kubernetesMinor, options.customSchemas ?? []);
  return {
    ruleSet,
    configuration,
    auditor,
    checkFile: (input, memory) =>
      checkFile({ ruleSet, configuration, index, auditor, store }, input, memory ?? forOnce()),
  };
}

interface EngineState {
  readonly ruleSet: RuleSet;
  readonly configuration: Configuration;
  readonly index: RuleIndex;
  readonly auditor: boolean;
  readonly store: SchemaStore | undefined;
}

function checkFile(state: EngineState, input: FileInput, memory: FileMemory): FileResult {
  const kind = kindOf(input);
  if (input.text.length > MAXIMUM_TEXT) return tooLarge(input.path, kind);
  const settings = resolveSettings(state.configuration, state.ruleSet, input.path);
  const check = fileCheck(state, input, { kind, settings, memory });
  const { gathered, tree } = kind === "dockerfile" ? dockerfileOf(check) : yamlOf(check, memory);
  gathered.notChecked.push(...noteUnloaded(check));
  const weighed = weighChecks(gathered.findings, state.configuration);
  const { findings, suppressed, pending, pendingPragmas, unheard } = hearComments(weighed, {
    path: input.path,
    tree,
    ruleSet: state.ruleSet,
    profile: state.ruleSet.profiles[state.configuration.profile],
    configuration: state.configuration,
    settings,
    heard: !state.auditor && inlineIgnores(state),
  });
  return {
    path: input.path,
    kind,
    ...gathered,
    findings,
    suppressed,
    ...(pending.length === 0 ? {} : { pendingIgnores: pending }),
    ...(pendingPragmas.length === 0 ? {} : { pendingPragmas }),
    ...(unheard === 0 ? {} : { unheardIgnores: unheard }),
  };
}

function dockerfileOf(check: FileCheck) {
  const { gathered, file } = gatherDockerfile(check);
  return { gathered, tree: { kind: "dockerfile", file } as const };
}

function yamlOf(check: FileCheck, memory: FileMemory) {
  const { gathered, stream } = gatherYaml(check);
  memory.stream = stream;
  memory.known = check.results;
  return { gathered, tree: { kind: "yaml", stream } as const };
}

function kindOf(input: FileInput): FileKind {
  const kind = input.kind ?? classifyFile(input.path) ?? "yaml";
  if (kind !== "yaml") return kind;
  const chart = chartOf(input.path);
  if (chart === undefined) return kind;
  const depth = input.path.slice(chart.length).split("/").length - 1;
  return input.sibling?.(`${"../".repeat(depth)}Chart.yaml`) === undefined ? kind : "helm-template";
}

interface FileState {
  readonly kind: FileKind;
  readonly settings: ReadonlyMap<string, ResolvedSetting>;
  readonly memory: FileMemory;
}

function fileCheck(state: EngineState, input: FileInput, file: FileState): FileCheck {
  const sibling = input.sibling ?? (() => undefined);
  const { kubernetesMinor } = state.configuration;
  const schemas = new FileSchemas(state.store, { path: input.path, kubernetesMinor, sibling });
  const contexts: ContextState = {
    settings: file.settings,
    made: new Map(),
    file: { path: input.path, sibling, schemas },
  };
  const find = (ruleId: string): RuleContext | undefined => contextOf(state, contexts, ruleId);
  const severityOf = (rule: RuleMeta): Severity => {
    const severity = file.settings.get(rule.id)?.severity ?? state.configuration.rules[rule.id]?.severity;
    return severity === undefined || severity === "off" ? rule.severity : severity;
  };
  return {
    path: input.path,
    kind: file.kind,
    text: input.text,
    buildArgs: new Map(Object.entries(state.configuration.buildArguments)),
    index: state.index,
    contextOf: find,
    activeFor: activeRules(state.index, find),
    schemas,
    placementAt: (source, offset, fingerprints) => ({
      path: input.path,
      source,
      offset,
      fingerprints,
      severityOf,
      referencesOf: (rule) => referencesOf(state.ruleSet, rule),
    }),
    known: file.memory.known,
    results: new Map(),
    parts: file.memory.parts,
    previous: file.memory.stream,
  };
}

interface ContextState {
  readonly settings: ReadonlyMap<string, ResolvedSetting>;
  /** Rules with the same options, such as none, share a context. */
  readonly made: Map<RuleOptions, RuleContext>;
  readonly file: Pick<RuleContext, "path" | "sibling" | "schemas">;
}

/** The context of a rule in this file, or undefined where the rule is off. */
function contextOf(
  state: EngineState,
  { settings, made, file }: ContextState,
  ruleId: string,
): RuleContext | undefined {
  const setting = settings.get(ruleId);
  if (setting === undefined || setting.severity === "off") return undefined;
  const known = made.get(setting.options);
  if (known !== undefined) return known;
  const context: RuleContext = {
    ...file,
    options: setting.options,
    kubernetesMinor: state.configuration.kubernetesMinor,
    images: state.configuration.images,
    profile: state.configuration.profile,
    buildArguments: state.configuration.buildArguments,
  };
  made.set(setting.options, context);
  return context;
}

const NO_REFERENCES: RuleReferences = { requirements: [], controls: [] };

export function referencesOf(ruleSet: RuleSet, rule: RuleMeta): RuleReferences {
  const known = Object.hasOwn(ruleSet.references, rule.id) ? ruleSet.references[rule.id] : undefined;
  if (known !== undefined) return known;
  if (rule.requirements === undefined && rule.controls === undefined) return NO_REFERENCES;
  return { requirements: rule.requirements ?? [], controls: rule.controls ?? [] };
}

function inlineIgnores({ configuration, ruleSet }: EngineState): boolean {
  return configuration.inlineIgnores ?? ruleSet.profiles[configuration.profile]?.inlineIgnores ?? true;
}

function withCustomRules(ruleSet: RuleSet, configuration: Configuration): RuleSet {
  if (configuration.customRules.length === 0) return ruleSet;
  const rules = new Map(ruleSet.rules);
  for (const rule of configuration.customRules) rules.set(rule.id, rule);
  return { ...ruleSet, rules };
}

function tooLarge(path: string, kind: FileKind): FileResult {
  return {
    path,
    kind,
    checked: false,
    resources: 0,
    findings: [],
    suppressed: [],
    notChecked: [
      {
        file: path,
        code: "file/too-large",
        reason: `The file is longer than ${MAXIMUM_TEXT / 1024 / 1024} MiB and was not read.`,
      },
    ],
    records: [],
  };
}
