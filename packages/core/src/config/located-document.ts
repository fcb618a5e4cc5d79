import {
  asMap,
  getEntry,
  getNode,
  parseYaml,
  SourceText,
  toValue,
  type PlacedDocument,
  type Range,
  type YamlNode,
} from "@plimsoll/syntax";
import { emptyRecord } from "./plain-value.ts";
import type { ConfigurationProblem } from "./problem.ts";

/** Keys and indexes from the root of a document. */
export type DocumentPath = readonly (string | number)[];

/** A YAML file of ours, read: its plain value (integers are numbers, objects have no prototype) and the place of every part. */
export interface LocatedDocument {
  readonly file: string;
  readonly text: string;
  /** The text of the one document, which spans of nodes count in. */
  readonly content: string;
  /** Undefined for a file that holds nothing but comments. */
  readonly root: YamlNode | undefined;
  readonly value: unknown;
  /** The range of the value at a path; of its nearest parent that exists otherwise. */
  readonly valueRange: (path: DocumentPath) => Range;
  /** The range of the key at a path; of the value where there is no key. */
  readonly keyRange: (path: DocumentPath) => Range;
  readonly nodeAt: (path: DocumentPath) => YamlNode | undefined;
  /** The range of a stretch of the document, in offsets of the document. */
  readonly rangeOf: (span: { readonly start: number; readonly end: number }) => Range;
}

/** How a file is read. */
export interface DocumentRequest {
  readonly file: string;
  readonly text: string;
  /** First part of the codes of problems, such as `config`. */
  readonly area: string;
  /** Longest text that is read, in UTF-16 code units. */
  readonly maximumLength: number;
}

/** The most nodes that a document may stand for once its aliases are followed. */
const MAXIMUM_NODES = 2_000_000;

/** Reads a YAML or JSON file of one document. Where problems are reported, the document is undefined. */
export function readLocatedDocument(request: DocumentRequest): {
  readonly document: LocatedDocument | undefined;
  readonly problems: readonly ConfigurationProblem[];
} {
  const { file, text, area, maximumLength } = request;
  if (text.length > maximumLength) {
    return refuse({
      code: `${area}/too-large`,
      file,
      message: `The file is longer than ${maximumLength} characters.`,
      nextStep: "Split it or remove what is not needed.",
    });
  }
  const stream = parseYaml(text);
  const source = new SourceText(text);
  const problems = stream.documents.flatMap(({ document, offset }) =>
    document.problems.map((problem) => ({
      code: `${area}/unreadable`,
      file,
      range: source.rangeOf({ start: problem.start + offset, end: problem.end + offset }),
      message: `The file is not valid YAML: ${problem.message}`,
      nextStep: "Correct the syntax.",
    })),
  );
  if (problems.length > 0) return { document: undefined, problems };
  const filled = stream.documents.filter(({ document }) => document.root !== undefined);
  const [placed, second] = filled;
  if (second?.document.root !== undefined) {
    const { start, end } = second.document.root;
    return refuse({
      code: `${area}/several-documents`,
      file,
      range: source.rangeOf({ start: start + second.offset, end: end + second.offset }),
      message: "The file holds more than one YAML document; only one is read.",
      nextStep: "Keep one document and remove the `---` line.",
    });
  }
  if (placed !== undefined && expandedSize(placed.document.root) > MAXIMUM_NODES) {
    return refuse({
      code: `${area}/too-large`,
      file,
      range: source.rangeOf({ start: 0, end: 0 }),
      message: `The file's aliases stand for more than ${MAXIMUM_NODES} values.`,
      nextStep: "Write the values out, or use fewer aliases.",
    });
  }
  return { document: locate(request, source, placed), problems: [] };
}

function refuse(problem: ConfigurationProblem): {
  readonly document: undefined;
  readonly problems: readonly ConfigurationProblem[];
} {
  return { document: undefined, problems: [problem] };
}

function locate(
  { file, text }: DocumentRequest,
  source: SourceText,
  placed: PlacedDocument | undefined,
): LocatedDocument {
  const root = placed?.document.root;
  const offset = placed?.offset ?? 0;
  const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }): Range =>
    source.rangeOf({ start: start + offset, end: end + offset });
  const nodeAt = (path: DocumentPath): YamlNode | undefined =>
    root === undefined ? undefined : getNode(root, path);
  const valueRange = (path: DocumentPath): Range => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = nodeAt(path.slice(0, length));
      if (node !== undefined) return rangeOf(node);
    }
    return rangeOf({ start: 0, end: 0 });
  };
  const keyRange = (path: DocumentPath): Range => {
    const key = path.at(-1);
    const parent = asMap(nodeAt(path.slice(0, -1)));
    const node = typeof key === "string" && parent !== undefined ? getEntry(parent, key)?.key : undefined;
    return node === undefined ? valueRange(path) : rangeOf(node);
  };
  const value = root === undefined ? undefined : plainJson(toValue(root), new Map());
  return {
    file,
    text,
    content: placed?.document.text ?? "",
    root,
    value,
    valueRange,
    keyRange,
    nodeAt,
    rangeOf,
  };
}

/** Integers as numbers, which is what JSON schema knows. Shared parts stay shared. */
function plainJson(value: unknown, done: Map<object, unknown>): unknown {
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || value === null) return value;
  const known = done.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    done.set(value, list);
    for (const item of value) list.push(plainJson(item, done));
    return list;
  }
  const copy = emptyRecord<unknown>();
  done.set(value, copy);
  for (const [key, entry] of Object.entries(value)) copy[key] = plainJson(entry, done);
  return copy;
}

/**
 * The number of nodes once every alias is written out, which is what a walk over the value costs. Counted in linear time:
 * a node's size is remembered. A cycle counts as too large.
 */
function expandedSize(root: YamlNode | undefined): number {
  const sizes = new Map<YamlNode, number>();
  const size = (node: YamlNode | undefined): number => {
    if (node === undefined || node.kind === "scalar") return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    sizes.set(node, Number.POSITIVE_INFINITY);
    let sum = 1;
    if (node.kind === "alias") sum += size(node.target);
    else if (node.kind === "sequence") for (const item of node.items) sum += size(item);
    else for (const entry of node.entries) sum += size(entry.key) + size(entry.value);
    sizes.set(node, sum);
    return sum;
  };
  return size(root);
}
