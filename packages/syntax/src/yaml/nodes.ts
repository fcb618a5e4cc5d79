import type { Span, SyntaxProblem } from "../source/span.ts";

/**
 * Our own located YAML trees. Offsets of every node count from the start of its document's text, so that a document
 * which did not change keeps its tree when the text before it grows (see {@link YamlStream}).
 */
export type YamlNode = YamlMap | YamlSequence | YamlScalar | YamlAlias;

export type YamlScalarValue = string | number | bigint | boolean | null;

export type YamlScalarStyle = "plain" | "single" | "double" | "literal" | "folded" | "empty";

interface YamlNodeBase extends Span {
  /** The anchor's name without `&`. */
  readonly anchor?: string;
  /** The tag as written, such as `!!str` or `!vault`. */
  readonly tag?: string;
}

export interface YamlScalar extends YamlNodeBase {
  readonly kind: "scalar";
  readonly style: YamlScalarStyle;
  /** The value under the YAML 1.2 core schema plus what Kubernetes reads as 1.1 does not change: integers are bigint, floats number. */
  readonly value: YamlScalarValue;
  /** The scalar's text after quoting, folding and escapes are undone; for `plain` numbers and booleans, as written. */
  readonly text: string;
}

export interface YamlMap extends YamlNodeBase {
  readonly kind: "map";
  readonly flow: boolean;
  readonly entries: readonly YamlEntry[];
}

/** A key and its value. The span runs from the key's start to the value's end (or the colon's end where the value is missing). */
export interface YamlEntry extends Span {
  readonly key: YamlNode;
  /** A missing value is an empty scalar (`style: "empty"`, value null) whose span is the place where it would stand. */
  readonly value: YamlNode;
}

export interface YamlSequence extends YamlNodeBase {
  readonly kind: "sequence";
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
  /** For block sequences the offset of the `-` of each item, for flow sequences of the item itself; parallel to `items`. */
  readonly itemStarts: readonly number[];
}

export interface YamlAlias extends YamlNodeBase {
  readonly kind: "alias";
  readonly name: string;
  /** The node that the alias stands for; undefined where there is none. Never expanded in place, so aliases cannot blow up. */
  readonly target: YamlNode | undefined;
}

export interface YamlComment extends Span {
  /** Without the `#`, untrimmed. */
  readonly text: string;
  /** True where nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

/** One document of a stream: its text and tree, independent of where in the file it stands. Immutable, safe to cache by text. */
export interface YamlDocument {
  /** The document's own text, from its start (its `---` line where it has one) up to the next document. */
  readonly text: string;
  /** Undefined for an empty document. */
  readonly root: YamlNode | undefined;
  readonly comments: readonly YamlComment[];
  /** Malformed text. The tree holds as much as could be read. */
  readonly problems: readonly SyntaxProblem[];
}

/** A document at its place in a file. */
export interface PlacedDocument {
  readonly document: YamlDocument;
  /** Offset of the document's text in the file: file offset = `offset` + node offset. */
  readonly offset: number;
  /** Number of the document in the file, from 0; empty documents count. */
  readonly index: number;
}

export interface YamlStream {
  readonly text: string;
  readonly documents: readonly PlacedDocument[];
}
