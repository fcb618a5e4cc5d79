/** A stretch of text as UTF-16 code-unit offsets; `end` is exclusive. What the offsets count from is said where a span is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a text. `line` and `column` count from 1, `offset` from 0; `column` and `offset` count UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Two places in a text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What a parser has to say about malformed text: where, a stable code, and words for a person. */
export interface SyntaxProblem extends Span {
  /** Stable, such as `yaml/duplicate-key` or `dockerfile/unknown-instruction`. */
  readonly code: string;
  readonly message: string;
}
