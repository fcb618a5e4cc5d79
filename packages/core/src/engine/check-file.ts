import {
  parseDockerfile,
  parseYaml,
  SourceText,
  type PlacedDocument,
  type Range,
  type Span,
  type SyntaxProblem,
  type YamlDocument,
  type YamlStream,
} from "@plimsoll/syntax";
import { builtInRule, syntaxAliases, type BuiltInRuleId } from "../config/built-in-rules.ts";
import type { Finding, NotChecked, WaivedFinding } from "../finding/finding.ts";
import { dockerfileFacts } from "../graph/dockerfile-facts.ts";
import type { FileFacts } from "../graph/file-facts.ts";
import { factsOfDocument, factsOfTemplate, factsOfWorkflow } from "../graph/read-file-facts.ts";
import type { InlineIgnore } from "../ignore/collect-ignores.ts";
import type { ResourceRecord } from "../inventory/inventory.ts";
import type { Pragma } from "../pragma/pragma.ts";
import type { RuleContext } from "../rule/rule.ts";
import type { FileSchemas } from "../schema/file-schemas.ts";
import type { ActiveRules } from "./active-rules.ts";
import { checkDockerfile } from "./check-dockerfile.ts";
import { checkDocument, isEmpty, type DocumentResult } from "./check-document.ts";
import { checkWorkflow, readWorkflowFile } from "./check-workflow.ts";
import type { FileKind } from "./file-kind.ts";
import { Fingerprints } from "./fingerprint.ts";
import {
  MAXIMUM_FINDINGS_OF_FILE,
  MAXIMUM_OBJECTS_OF_FILE,
  tooManyFindings,
  tooManyObjects,
} from "./limits.ts";
import type { PartMemory } from "./part-memory.ts";
import { placeFinding, placeNotChecked, placeRecords, type Placement } from "./place.ts";
import { crashed, type RawFinding, type RawNotChecked } from "./raw-finding.ts";
import type { RuleIndex } from "./rule-index.ts";
import { looksLikeTemplate } from "./template.ts";

/** What one file comes to: plain data, so that a worker can send it and 100,000 of them fit into memory. */
export interface FileResult {
  readonly path: string;
  readonly kind: FileKind;
  /** Whether anything of the file was judged. */
  readonly checked: boolean;
  readonly resources: number;
  readonly findings: readonly Finding[];
  /** Excused by a comment in the file. */
  readonly suppressed: readonly WaivedFinding[];
  /** Comments for rules over the workspace, which speak when all files are known. */
  readonly pendingIgnores?: readonly InlineIgnore[];
  /** The same of other tools' pragmas. */
  readonly pendingPragmas?: readonly Pragma[];
  /** How many ignore comments were not heard: for auditors, and under profiles without them. */
  readonly unheardIgnores?: number;
  readonly notChecked: readonly NotChecked[];
  readonly records: readonly ResourceRecord[];
  /** What the file tells beside its objects; absent where that is nothing. */
  readonly facts?: FileFacts;
}

/** What the parts of a file's check share. */
export interface FileCheck {
  readonly path: string;
  readonly kind: FileKind;
  readonly text: string;
  /** Build arguments that CI is known to pass to Dockerfiles. */
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly index: RuleIndex;
  readonly contextOf: (ruleId: string) => RuleContext | undefined;
  readonly activeFor: (group: string, kind: string) => ActiveRules;
  readonly schemas: FileSchemas;
  readonly placementAt: (source: SourceText, offset: number, fingerprints: Fingerprints) => Placement;
  /** Results of the documents that the file had when it was last checked. */
  readonly known: ReadonlyMap<YamlDocument, DocumentResult>;
  /** Results of the documents that it has now. */
  readonly results: Map<YamlDocument, DocumentResult>;
  /** What is remembered of the containers of an open file. */
  readonly parts: PartMemory | undefined;
  readonly previous: YamlStream | undefined;
}

/** Findings and the rest, placed, before comments in the file were heard. */
export interface Gathered {
  readonly findings: Finding[];
  readonly notChecked: NotChecked[];
  readonly records: ResourceRecord[];
  facts?: FileFacts;
  checked: boolean;
  resources: number;
}

function nothing(): Gathered {
  return { findings: [], notChecked: [], records: [], checked: false, resources: 0 };
}

export function gatherDockerfile(check: FileCheck): {
  readonly gathered: Gathered;
  readonly file: ReturnType<typeof parseDockerfile>;
} {
  const file = parseDockerfile(check.text, { buildArgs: check.buildArgs });
  const placement = check.placementAt(new SourceText(check.text), 0, new Fingerprints());
  const gathered = nothing();
  gathered.checked = true;
  for (const problem of file.problems)
    gathered.findings.push(placeFinding(syntaxFinding("syntax/dockerfile-parses", problem), placement));
  const result = checkDockerfile(file, check.index, check.contextOf);
  for (const raw of result.findings) gathered.findings.push(placeFinding(raw, placement));
  for (const raw of result.notChecked) gathered.notChecked.push(placeNotChecked(raw, placement));
  const dockerfile = dockerfileFacts(file, (span) => placement.source.rangeOf(span));
  if (dockerfile !== undefined) gathered.facts = { file: check.path, dockerfile };
  return { gathered, file };
}

export function gatherYaml(check: FileCheck): { readonly gathered: Gathered; readonly stream: YamlStream } {
  const stream = parseYaml(check.text, check.previous === undefined ? {} : { previous: check.previous });
  const gathered = nothing();
  if (check.kind === "json" && !mayHoldObjects(check.text)) {
    gathered.notChecked.push(notKubernetes(check.path));
    return { gathered, stream };
  }
  const broken = stream.documents.some(({ document }) => document.problems.length > 0);
  if (
    check.kind === "helm-template" ||
    (broken && !isOfGitHub(check.kind) && looksLikeTemplate(check.text))
  ) {
    gathered.notChecked.push(templateNotRendered(check.path));
    const facts = factsOfTemplate(check.path, check.text);
    if (facts !== undefined) gathered.facts = facts;
    return { gathered, stream };
  }
  const source = new SourceText(check.text);
  const fingerprints = new Fingerprints();
  const uncompared = new Set<string>();
  for (const placed of stream.documents) {
    if (gathered.findings.length >= MAXIMUM_FINDINGS_OF_FILE) {
      gathered.notChecked.push({ ...tooManyFindings("file", MAXIMUM_FINDINGS_OF_FILE), file: check.path });
      break;
    }
    if (gathered.resources >= MAXIMUM_OBJECTS_OF_FILE) {
      gathered.notChecked.push({ ...tooManyObjects(), file: check.path });
      break;
    }
    const placement = check.placementAt(source, placed.offset, fingerprints);
    gatherDocument(check, placed, { gathered, placement, uncompared });
  }
  noteUnjudged(check, stream, gathered);
  return { gathered, stream };
}

/** Their expressions look like those of templates. */
function isOfGitHub(kind: FileKind): kind is "workflow" | "action" {
  return kind === "workflow" || kind === "action";
}

interface Target {
  readonly gathered: Gathered;
  readonly placement: Placement;
  /** Kinds that were reported as not compared with a schema: each once a file. */
  readonly uncompared: Set<string>;
}

function gatherDocument(check: FileCheck, placed: PlacedDocument, target: Target): void {
  const { gathered, placement } = target;
  for (const problem of placed.document.problems) {
    gathered.findings.push(placeFinding(syntaxFinding("syntax/yaml-parses", problem), placement));
  }
  if (gatherWorkflow(check, placed, target)) return;
  const result = check.known.get(placed.document) ?? checkDocument(placed, check);
  check.results.set(placed.document, result);
  for (const raw of result.findings) gathered.findings.push(placeFinding(raw, placement));
  for (const raw of result.notChecked) {
    if (isNew(raw, target.uncompared)) gathered.notChecked.push(placeNotChecked(raw, placement));
  }
  gathered.records.push(...placeRecords(result, placement, check.parts !== undefined));
  gatherFileRules(check, placed, target);
  const facts = factsOfDocument(placed, check, rangesAt(placement), gathered.facts);
  if (facts !== undefined) gathered.facts = facts;
  gathered.resources += result.resources;
  if (result.recognised) gathered.checked = true;
}

/** Rules on workflows and actions. False where the document is none, and may hold something else. */
function gatherWorkflow(check: FileCheck, placed: PlacedDocument, { gathered, placement }: Target): boolean {
  if (!isOfGitHub(check.kind)) return false;
  const file = readWorkflowFile(placed, check.kind);
  if (file === undefined) return false;
  gathered.facts ??= factsOfWorkflow(file, check.path, rangesAt(placement));
  const result = checkWorkflow(file, check.index, check.contextOf);
  for (const raw of result.findings) gathered.findings.push(placeFinding(raw, placement));
  for (const raw of result.notChecked) gathered.notChecked.push(placeNotChecked(raw, placement));
  gathered.checked = true;
  return true;
}

/** Ranges of the file from spans of a document. */
function rangesAt({ source, offset }: Placement): (span: Span) => Range {
  return ({ start, end }) => source.rangeOf({ start: start + offset, end: end + offset });
}

/** False for what was said of the same kind before. */
function isNew({ code, subject = "" }: RawNotChecked, uncompared: Set<string>): boolean {
  if (!code.startsWith("schema/")) return true;
  const key = `${code} ${subject}`;
  if (uncompared.has(key)) return false;
  uncompared.add(key);
  return true;
}

/** Rules on files that are known by their name, such as `hardening_manifest.yaml`. */
function gatherFileRules(check: FileCheck, placed: PlacedDocument, { gathered, placement }: Target): void {
  const name = check.path.slice(check.path.lastIndexOf("/") + 1);
  for (const rule of check.index.document) {
    if (!rule.fileNames.includes(name)) continue;
    const context = check.contextOf(rule.id);
    if (context === undefined) continue;
    gathered.checked = true;
    try {
      for (const problem of rule.checkDocument(placed, context)) {
        const raw: RawFinding = {
          rule,
          problem,
          subject:
            problem.subject ??
            placed.document.text.slice(problem.at.start, Math.min(problem.at.end, problem.at.start + 500)),
          message: rule.message(problem, context),
          resource: undefined,
          fixes: rule.fix?.(problem, placed, context) ?? [],
        };
        gathered.findings.push(placeFinding(raw, placement));
      }
    } catch (error) {
      gathered.notChecked.push(placeNotChecked(crashed(rule, undefined, error), placement));
    }
  }
}

/** A file of which nothing was judged says so. */
function noteUnjudged(check: FileCheck, stream: YamlStream, gathered: Gathered): void {
  if (check.kind === "kustomization" || check.kind === "configuration") gathered.checked = true;
  if (gathered.checked) return;
  const empty = stream.documents.every(({ document }) => isEmpty(document));
  if (empty) gathered.checked = true;
  else
    gathered.notChecked.push(check.kind === "workflow" ? noWorkflow(check.path) : notKubernetes(check.path));
}

/**
 * Settings of editors and compilers are JSON with comments: a JSON file that names no kind, and that no rule read without one,
 * is none of ours, and no broken one.
 */
function mayHoldObjects(text: string): boolean {
  if (text.includes('"apiVersion"') && text.includes('"kind"')) return true;
  // A list of network plugins, which `fileObject` knows by the same key.
  return text.includes('"cniVersion"');
}

function noWorkflow(path: string): NotChecked {
  return {
    file: path,
    code: "workflow/not-a-map",
    reason: "The file is no map of keys, so it is no workflow.",
  };
}

function notKubernetes(path: string): NotChecked {
  return {
    file: path,
    code: "yaml/not-kubernetes",
    reason: "No document of the file has apiVersion and kind, so no rule speaks about it.",
  };
}

function templateNotRendered(path: string): NotChecked {
  return {
    file: path,
    code: "helm/not-rendered",
    reason: "This is a template: its resources are checked once helm has rendered the chart.",
  };
}

function syntaxFinding(id: BuiltInRuleId, problem: SyntaxProblem): RawFinding {
  const rule = builtInRule(id);
  return {
    rule,
    problem: {
      problem: problem.code.slice(problem.code.indexOf("/") + 1),
      at: problem,
      aliases: syntaxAliases(rule, problem.code),
      data: undefined,
    },
    subject: problem.code,
    message: problem.message,
    resource: undefined,
    fixes: [],
  };
}
