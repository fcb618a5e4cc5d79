import type { Span, SyntaxProblem } from "../source/span.ts";

/**
 * Our own located YAML trees. Offsets of every node count from the start of its document's text, so that a document
 * which did not change keeps its tree when the text before it grows (see {@link YamlStream}).
 *
 * What a node's span covers, without the anchor and tag, which stand before it:
 * - a plain or quoted scalar: exactly its text, with its quotes;
 * - a literal or folded scalar: from `|` or `>` to the end of its last line that is not empty, without the line break
 *   (to the end of the header's indicators where there is no such line);
 * - a block map: from its first entry's start to its last entry's end; a block sequence: from its first `-` to the end
 *   of its last item, or to that item's `-` where the item is missing;
 * - a flow collection: its brackets and what lies between; `a: b` in `[a: b]` is a map from the key to the value;
 * - an alias: the `*` and the name.
 *
 * Nodes nest at most 200 deep, and an alias stands for a node that ends before it, so trees with aliases have no cycle.
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
  /**
   * The value under the core schema of YAML 1.2: integers are bigint, floats number. `yes`, `no`, `on` and `off` are
   * strings and `0644` is decimal; `kubernetesValue` reads them as Kubernetes does.
   */
  readonly value: YamlScalarValue;
  /** The scalar's text after quoting, folding and escapes are undone; for `plain` numbers and booleans, as written. */
  readonly text: string;
}

export interface YamlMap extends YamlNodeBase {
  readonly kind: "map";
  readonly flow: boolean;
  readonly entries: readonly YamlEntry[];
}

/**
 * A key and its value. The span runs from the key's start (the `?` where there is one) to the value's end, or to the
 * colon's end where the value is missing, or to the key's end where the colon is missing too.
 */
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
