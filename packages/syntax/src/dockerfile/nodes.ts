import type { Span, SyntaxProblem } from "../source/span.ts";
import type { LogicalLine } from "./logical-line.ts";

/** A word of an instruction as written (quotes, variables and line continuations included in the span). Offsets count from the start of the file. */
export interface Word extends Span {
  /** The source text of the span, continuations included (and the comment lines between them). */
  readonly raw: string;
  /** `raw` without line continuations; quotes and `$` kept, since Docker keeps or removes them by instruction. */
  readonly text: string;
}

/** `--name=value` or `--name` before the arguments of an instruction. */
export interface Flag extends Span {
  /** Lower case, without the dashes. */
  readonly name: string;
  readonly value: Word | undefined;
}

export interface Heredoc extends Span {
  /** The word after `<<`, without quotes. */
  readonly name: string;
  /** False where the name was quoted: no variables are expanded in the body. */
  readonly expand: boolean;
  readonly stripTabs: boolean;
  /** The span of the body, without the line of the terminator. */
  readonly body: Span;
  readonly content: string;
  /** File descriptor for RUN, 0 by default. */
  readonly fileDescriptor: number;
}

/** `# name=value` at the top of the file: `syntax`, `escape` or `check`. */
export interface Directive extends Span {
  readonly name: string;
  readonly value: string;
  readonly valueSpan: Span;
}

export interface Comment extends Span {
  /** Without the `#`, untrimmed. */
  readonly text: string;
}

/** How CMD, ENTRYPOINT, RUN, SHELL, VOLUME, ADD and COPY were written. */
export type ArgumentForm = "shell" | "json";

/** The span runs from the keyword to the end of the body, or of the last heredoc terminator. */
export interface Instruction extends Span {
  /** Upper case: `FROM`, `RUN`, … or an unknown word. For `ONBUILD RUN …` it is `ONBUILD` and `trigger` holds the rest. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  readonly flags: readonly Flag[];
  readonly form: ArgumentForm;
  /** The arguments: words in shell form (for RUN too, split on blanks outside quotes), the strings of the JSON array in JSON form (`text` is the decoded string). */
  readonly words: readonly Word[];
  /** Everything after keyword and flags, up to the end of the instruction without trailing blanks and without heredoc bodies. */
  readonly body: Word;
  /** In the order of the line. The heredocs of an ONBUILD stand on its trigger too. */
  readonly heredocs: readonly Heredoc[];
  /** The instruction with its continuation lines removed, as the builder reads it, and where each character of it stands. Heredoc bodies are not part of it. */
  readonly line: LogicalLine;
  /** The whole lines that it takes up, heredocs and their terminators included: from the start of the first line to the line break of the last, which is left out. */
  readonly extent: Span;
  /** Empty lines between its continuation lines, which BuildKit warns of. Each span is the line without its line break. */
  readonly emptyLines: readonly Span[];
  /** For ONBUILD, the instruction that it holds. */
  readonly trigger: Instruction | undefined;
  /** `key=value` pairs of ENV, LABEL and ARG, in order. */
  readonly pairs: readonly Pair[];
  /** Number of the stage that it belongs to, from 0; -1 before the first FROM. */
  readonly stage: number;
  /** Number of the instruction in the file, from 0. */
  readonly index: number;
}

/** A `key=value` of ENV, LABEL or ARG. ARG without a default has no value. `legacy` marks `ENV key value`. */
export interface Pair extends Span {
  /** Quotes removed. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Word | undefined;
  readonly legacy: boolean;
}

/** What a FROM starts from. */
export type Base =
  | { readonly kind: "scratch" }
  /** A stage that stands before it in the file. */
  | { readonly kind: "stage"; readonly stage: Stage }
  /** `reference` is the image with ARG defaults put in. */
  | { readonly kind: "image"; readonly reference: string }
  /** Variables without a value that the analysis can know. */
  | { readonly kind: "unresolved"; readonly text: string; readonly variables: readonly string[] };

export interface Stage extends Span {
  readonly index: number;
  /** The name after AS, lower case, or undefined. */
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  readonly from: Instruction;
  /** The image word of FROM. */
  readonly image: Word;
  readonly platform: Word | undefined;
  readonly base: Base;
  /** FROM excluded. */
  readonly instructions: readonly Instruction[];
}

/** The outcome of putting variables in: the text, and the names that have no value known at analysis time (kept as written in `text`). */
export interface Resolved {
  readonly text: string;
  readonly unresolved: readonly string[];
  /** What the builder would refuse, such as `${` without `}`. `text` is then the text as it was given. */
  readonly error: string | undefined;
}

export interface Dockerfile {
  readonly text: string;
  /** `\` unless `# escape=` says otherwise. */
  readonly escape: "\\" | "`";
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** Values given with `--build-arg`, as passed to the parser. */
  readonly buildArgs: ReadonlyMap<string, string>;
  /** ARG instructions before the first FROM. */
  readonly globalArgs: readonly Instruction[];
  readonly problems: readonly SyntaxProblem[];
}
