import {
  asMap,
  asSequence,
  getEntry,
  getNode,
  parseYaml,
  type PlacedDocument,
  readResources,
  scalarText,
  type SourceText,
  type Span,
  type YamlNode,
} from "@plimsoll/syntax";
import type { SourcePlace } from "../rendered-file.ts";
import { followPath, pointerSteps, type TreePath, treePathAt } from "./tree-path.ts";

/** The files that places of an overlay are looked up in. */
export interface OverlaySources {
  /** Workspace path of the overlay's kustomization. */
  readonly overlay: string;
  /** All patch files: of the overlay first, then of what it draws in. */
  readonly patchFiles: readonly string[];
  /** All kustomizations, the overlay first. */
  readonly kustomizationFiles: readonly string[];
  readonly source: (path: string) => SourceText | undefined;
}

/** A place in a rendered object. */
export interface RenderedPlace {
  readonly document: PlacedDocument;
  /** Offsets of the document. */
  readonly span: Span;
  /** Workspace path of the file that the object came from. */
  readonly origin: string;
}

interface Question {
  readonly path: TreePath;
  readonly kind: string;
  readonly name: string;
}

type Answer = { readonly file: string; readonly span: Span } | undefined;

/**
 * The place of the workspace that says what a rendered object says: the origin where it holds the same, else the patch that
 * sets it, else the `images` or `replicas` entry, else the overlay itself.
 */
export function placeInOverlay(place: RenderedPlace, sources: OverlaySources): SourcePlace {
  const { root } = place.document.document;
  const question: Question = {
    path: treePathAt(place.document.document, place.span),
    kind: scalarText(getNode(root, ["kind"])) ?? "",
    name: scalarText(getNode(root, ["metadata", "name"])) ?? "",
  };
  const answer =
    inResources(place.origin, question, sources) ??
    firstOf(
      sources.patchFiles,
      (file) => inResources(file, question, sources) ?? inJsonPatch(file, question, sources),
    ) ??
    firstOf(sources.kustomizationFiles, (file) => inTransformer(file, question, sources)) ??
    overlayEntry(sources);
  const source = sources.source(answer.file);
  const start = { line: 1, column: 1, offset: 0 };
  return { file: answer.file, range: source?.rangeOf(answer.span) ?? { start, end: start }, related: [] };
}

function firstOf(files: readonly string[], find: (file: string) => Answer): Answer {
  for (const file of files) {
    const answer = find(file);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** The same place in an object of a file that has the same kind and, apart from a prefix and suffix, the same name. */
function inResources(file: string, question: Question, sources: OverlaySources): Answer {
  const text = sources.source(file)?.text;
  if (text === undefined) return undefined;
  const candidates = parseYaml(text)
    .documents.flatMap((placed) => readResources(placed))
    .filter((resource) => resource.kind === question.kind && question.name.includes(resource.name))
    .sort((a, b) => b.name.length - a.name.length);
  for (const resource of candidates) {
    const span = samePlace(resource.node, question.path);
    if (span !== undefined) return { file, span: shifted(span, resource.document.offset) };
  }
  return undefined;
}

function samePlace(root: YamlNode, path: TreePath): Span | undefined {
  if (path.onItem) return startOfItem(root, path);
  const { found, depth } = followPath(root, path);
  if (found === undefined || depth < path.steps.length) return undefined;
  if (path.onKey) return found.keySpan;
  return scalarText(found.node) === path.text ? found.node : undefined;
}

/** The first key of the list's item that the path leads to. */
function startOfItem(root: YamlNode, path: TreePath): Span | undefined {
  const steps = path.steps.slice(0, -1);
  const { found, depth } = followPath(root, { ...path, steps });
  return depth < steps.length ? undefined : asMap(found?.node)?.entries[0]?.key;
}

/** An operation of a JSON patch that sets the place. */
function inJsonPatch(file: string, question: Question, sources: OverlaySources): Answer {
  const text = sources.source(file)?.text;
  if (text === undefined) return undefined;
  const pointer = `/${pointerSteps(question.path).join("/")}`;
  for (const { document, offset } of parseYaml(text).documents) {
    const operation = asSequence(document.root)?.items.find(
      (item) => scalarText(getNode(item, ["path"])) === pointer,
    );
    const map = asMap(operation);
    const value = map === undefined ? undefined : getEntry(map, "value")?.value;
    if (value !== undefined) return { file, span: shifted(value, offset) };
  }
  return undefined;
}

/** The `images` or `replicas` entry of a kustomization that made a value. */
function inTransformer(file: string, question: Question, sources: OverlaySources): Answer {
  const last = question.path.steps.at(-1);
  const text = sources.source(file)?.text;
  if (text === undefined || last === undefined || !("key" in last) || question.path.text === undefined)
    return undefined;
  const { text: value } = question.path;
  for (const { document, offset } of parseYaml(text).documents) {
    const entry = transformerEntry(document.root, last.key, { value, name: question.name });
    if (entry !== undefined) return { file, span: shifted(entry, offset) };
  }
  return undefined;
}

function transformerEntry(
  root: YamlNode | undefined,
  key: string,
  { value, name }: { readonly value: string; readonly name: string },
): YamlNode | undefined {
  if (key === "image") {
    const images = asSequence(getNode(root, ["images"]))?.items ?? [];
    return changedPart(images.find((item) => imageMatches(item, value)));
  }
  if (key !== "replicas") return undefined;
  const replicas = asSequence(getNode(root, ["replicas"]))?.items ?? [];
  return replicas.find((item) => name.includes(scalarText(getNode(item, ["name"])) ?? "\n"));
}

/** The value of an `images` entry that a person would edit. */
function changedPart(item: YamlNode | undefined): YamlNode | undefined {
  return getNode(item, ["newName"]) ?? getNode(item, ["digest"]) ?? getNode(item, ["newTag"]) ?? item;
}

/** Whether an `images` entry gives this image: its new name, or its name where it has none. */
function imageMatches(item: YamlNode, image: string): boolean {
  const name = scalarText(getNode(item, ["newName"])) ?? scalarText(getNode(item, ["name"]));
  return (
    name !== undefined && (image === name || image.startsWith(`${name}:`) || image.startsWith(`${name}@`))
  );
}

/** Where nothing else says it: the overlay's list of resources, or its start. */
function overlayEntry(sources: OverlaySources): { readonly file: string; readonly span: Span } {
  const file = sources.overlay;
  const text = sources.source(file)?.text ?? "";
  for (const { document, offset } of parseYaml(text).documents) {
    const map = asMap(document.root);
    const entry = map === undefined ? undefined : (getEntry(map, "resources") ?? map.entries[0]);
    if (entry !== undefined) return { file, span: shifted(entry.key, offset) };
  }
  return { file, span: { start: 0, end: 0 } };
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
