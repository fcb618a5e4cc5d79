import {
  companionOffset,
  readResources,
  type PlacedDocument,
  type ResourceNode,
  type YamlDocument,
} from "@plimsoll/syntax";
import type { ResourceIdentity } from "../finding/finding.ts";
import { recordOf, type RawRecord } from "../inventory/record.ts";
import type { Problem, Resource, RuleContext } from "../rule/rule.ts";
import type { FileSchemas } from "../schema/file-schemas.ts";
import type { ActiveResourceRule, ActiveRules } from "./active-rules.ts";
import { checkCelRules, type ObjectCheck } from "./check-cel.ts";
import { fileObject } from "./file-object.ts";
import {
  isFull,
  MAXIMUM_CONTAINERS_OF_OBJECT,
  MAXIMUM_FINDINGS_OF_DOCUMENT,
  MAXIMUM_OBJECTS_OF_FILE,
  tooManyContainers,
  tooManyFindings,
  tooManyObjects,
} from "./limits.ts";
import { objectValue } from "./object-value.ts";
import type { PartMemory } from "./part-memory.ts";
import { malformedPod, partsOf, podsOf } from "./parts.ts";
import { crashed, type RawFinding, type RawNotChecked } from "./raw-finding.ts";
import type { RuleIndex } from "./rule-index.ts";

/** Everything found in one document, in offsets of the document: stays valid wherever the document moves. */
export interface DocumentResult {
  readonly findings: readonly RawFinding[];
  readonly notChecked: readonly RawNotChecked[];
  readonly records: readonly RawRecord[];
  readonly resources: number;
  /** False for a document that holds no Kubernetes object. */
  readonly recognised: boolean;
}

type ContextOf = (ruleId: string) => RuleContext | undefined;

/** What judging a document needs. */
export interface DocumentCheck {
  /** Workspace path of the file. */
  readonly path: string;
  readonly index: RuleIndex;
  readonly contextOf: ContextOf;
  readonly activeFor: (group: string, kind: string) => ActiveRules;
  readonly schemas: FileSchemas;
  /** What is remembered of the containers of an open file. */
  readonly parts?: PartMemory | undefined;
}

/** Judges the Kubernetes objects of a document. */
export function checkDocument(placed: PlacedDocument, given: DocumentCheck): DocumentResult {
  const { index, contextOf, activeFor, schemas, parts } = given;
  const findings: RawFinding[] = [];
  const notChecked: RawNotChecked[] = [];
  const records: RawRecord[] = [];
  const all = readResources(placed);
  const nodes = all.slice(0, MAXIMUM_OBJECTS_OF_FILE);
  if (nodes.length < all.length) notChecked.push(tooManyObjects());
  const comparesKinds = index.schema.some(({ id }) => contextOf(id) !== undefined);
  const documentEnd = nodes.length === 0 ? undefined : companionOffset(placed.document);
  for (const node of nodes) {
    const resource = toResource(node);
    const check: ObjectCheck = { resource, pods: podsOf(resource), findings, notChecked, parts };
    judgeObject(check, activeFor);
    if (check.pods.length === 0) noteMalformed(check);
    if (comparesKinds) noteUncompared(check, schemas);
    records.push(recordOf(resource, documentEnd));
  }
  const isFileObject = nodes.length === 0 && checkFileObject(placed, { ...given, findings, notChecked });
  if (isFull({ findings })) notChecked.push(tooManyFindings("document", MAXIMUM_FINDINGS_OF_DOCUMENT));
  const empty = isEmpty(placed.document);
  return {
    findings,
    notChecked,
    records,
    resources: nodes.length,
    recognised: nodes.length > 0 || isFileObject || empty,
  };
}

function judgeObject(check: ObjectCheck, activeFor: DocumentCheck["activeFor"]): void {
  const { resource, pods, notChecked } = check;
  if (isFull(check)) return;
  if (partsOf(resource, "containers", pods).length > MAXIMUM_CONTAINERS_OF_OBJECT) {
    notChecked.push(tooManyContainers(`${resource.kind} ${resource.name}`));
    return;
  }
  const rules = activeFor(resource.group, resource.kind);
  checkCelRules(check, rules.cel);
  checkCodeRules(check, rules.resource);
}

type FileObjectCheck = DocumentCheck & Pick<ObjectCheck, "findings" | "notChecked">;

/** Judges a file that is read as an object although it names no kind. False where no rule that is on looks at it. */
function checkFileObject(placed: PlacedDocument, check: FileObjectCheck): boolean {
  const { path, index, contextOf, findings, notChecked } = check;
  const resource = index.files.length === 0 ? undefined : fileObject(placed, path);
  if (resource === undefined) return false;
  const rules = index.files.flatMap((rule) => {
    const context = rule.files?.includes(resource.kind) === true ? contextOf(rule.id) : undefined;
    return context === undefined ? [] : [{ rule, context }];
  });
  checkCodeRules({ resource, pods: [], findings, notChecked }, rules);
  return rules.length > 0;
}

/** An object that was not compared with the structure of its kind says so. */
function noteUncompared({ resource, notChecked }: ObjectCheck, schemas: FileSchemas): void {
  const { notChecked: entry } = schemas.reportOf(resource);
  if (entry !== undefined) notChecked.push(entry);
}

/** A workload whose pod cannot be found because something else stands in its place was not judged, and says so. */
function noteMalformed({ resource, notChecked }: ObjectCheck): void {
  const node = malformedPod(resource);
  if (node === undefined) return;
  notChecked.push({
    code: "kubernetes/malformed-pod",
    subject: `${resource.kind} ${resource.name}`,
    reason: `The pod of ${resource.kind} ${resource.name} was not judged: a map belongs here.`,
    at: node,
  });
}

/** Nothing but comments and blanks: there is nothing to judge, and nothing is missed. */
export function isEmpty(document: YamlDocument): boolean {
  const { root } = document;
  if (root === undefined) return true;
  return root.kind === "scalar" && root.value === null && root.style !== "single" && root.style !== "double";
}

function toResource(node: ResourceNode): Resource {
  const { namespace, ...rest } = node;
  return { ...rest, ...(namespace === undefined ? {} : { namespace }), value: objectValue(node.node) };
}

function checkCodeRules(check: ObjectCheck, rules: ActiveRules["resource"]): void {
  for (const active of rules) runResourceRule(check, active);
}

function runResourceRule(check: ObjectCheck, { rule, context }: ActiveResourceRule): void {
  const { resource } = check;
  try {
    for (const problem of rule.check(resource, context)) {
      if (isFull(check)) return;
      check.findings.push({
        rule,
        problem,
        subject: problem.subject ?? textAt(resource, problem),
        message: rule.message(problem, context),
        resource: resource.apiVersion === "" ? undefined : resource,
        fixes: rule.fix?.(problem, resource, context) ?? [],
      });
    }
  } catch (error) {
    check.notChecked.push(crashed(rule, `${resource.kind} ${resource.name}`, error));
  }
}

function textAt(resource: Resource, problem: Problem<unknown>): string {
  return resource.document.document.text.slice(
    problem.at.start,
    Math.min(problem.at.end, problem.at.start + 500),
  );
}

/** Only the names, without the tree. */
export function identityOf(resource: ResourceIdentity): ResourceIdentity {
  const { apiVersion, kind, name, namespace } = resource;
  return { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
}
