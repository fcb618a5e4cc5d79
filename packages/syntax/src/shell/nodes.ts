import type { Span, SyntaxProblem } from "../source/span.ts";

/** A word as the shell sees it. The span counts in the file (or in the text that was given to `parseShell`). */
export interface ShellWord extends Span {
  /** As written, line continuations of the Dockerfile removed. */
  readonly raw: string;
  /** Quotes removed, expansions (`$name`, `$(…)`) kept as written. */
  readonly value: string;
  /** `value` where nothing in the word is expanded when it runs, else undefined. A word with `*` or `?` is literal. */
  readonly literal: string | undefined;
  /** Names of the variables that it holds, in order, each once. */
  readonly variables: readonly string[];
}

/** `name=value` before a command, or as an argument of `export` and its kin. */
export interface ShellAssignment extends Span {
  readonly name: string;
  /** Undefined for an array. */
  readonly value: ShellWord | undefined;
}

export interface ShellRedirect extends Span {
  /** `>`, `>>`, `<`, `<<`, `<<<`, `>&`, `&>` and so on. */
  readonly operator: string;
  /** As written before the operator, or undefined. */
  readonly descriptor: number | undefined;
  /** Undefined for a heredoc. */
  readonly target: ShellWord | undefined;
  /** The body of a heredoc. */
  readonly body: (Span & { readonly text: string }) | undefined;
}

/** The place of a command in a pipeline. */
export interface PipelinePlace {
  /** The same for all commands of one pipeline, different for every pipeline of a script. */
  readonly id: number;
  readonly index: number;
  readonly length: number;
}

/**
 * Where a command comes from: the script itself, a command substitution or process substitution, the string of `sh -c` (or
 * `eval`, `su -c`), or the heredoc that a shell reads.
 */
export type ShellOrigin = "script" | "substitution" | "shell-string" | "shell-heredoc";

/** A command as it is seen through `sudo`, `env`, `xargs` and other wrappers. */
export interface EffectiveCommand {
  /** The last part of the path of the command, or undefined where it is not literal. */
  readonly name: string | undefined;
  readonly nameWord: ShellWord | undefined;
  readonly words: readonly ShellWord[];
  /** Names of the wrappers, outermost first. */
  readonly wrappers: readonly string[];
}

/** What stands between a command and the one before it in its list. */
export type ShellOperator = "&&" | "||" | ";" | "&" | "|" | "|&";

export interface ShellCommand extends Span {
  /** Number in `ShellScript.commands`. */
  readonly index: number;
  /** Undefined for a command of assignments or redirections only. */
  readonly name: ShellWord | undefined;
  /** The arguments. */
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  readonly effective: EffectiveCommand;
  readonly pipeline: PipelinePlace | undefined;
  readonly inSubshell: boolean;
  readonly negated: boolean;
  readonly background: boolean;
  /** Undefined for the first command of a list. */
  readonly operatorBefore: ShellOperator | undefined;
  readonly origin: ShellOrigin;
  /** Number of the command in whose words or string it stands, or undefined. */
  readonly parent: number | undefined;
}

/** The program that runs shell form, from SHELL or the default `/bin/sh -c`. */
export interface ShellInvocation {
  /** Last part of the path, lower case, without `.exe`. */
  readonly name: string;
  readonly words: readonly string[];
  /** True where the words set `pipefail`. */
  readonly pipefail: boolean;
}

/** Parts of a script that are no commands: what names a variable or function, and what only some shells understand. */
export type ShellConstructKind =
  | "for"
  | "select"
  | "function"
  | "function-keyword"
  | "double-bracket"
  | "double-parenthesis"
  | "arithmetic-for"
  | "coprocess"
  | "process-substitution"
  | "here-string"
  | "array"
  | "append-assignment"
  | "brace-expansion"
  | "ansi-c-string"
  | "locale-string"
  | "redirect-both"
  | "replacement"
  | "slice"
  | "case-change"
  | "transformation"
  | "indirection";

export interface ShellConstruct extends Span {
  readonly kind: ShellConstructKind;
  /** The variable or function that it names, where it names one. */
  readonly name: string | undefined;
  readonly origin: ShellOrigin;
  /** Number of the command in whose words or string it stands, or undefined. */
  readonly parent: number | undefined;
}

/** The commands of an instruction or of a text, nested ones included, each before those that stand in it. */
export interface ParsedShell {
  readonly kind: "script";
  /** `exec`: JSON form, one command and no shell around it. `none`: the instruction holds no command. */
  readonly form: "shell" | "exec" | "none";
  readonly shell: ShellInvocation;
  readonly commands: readonly ShellCommand[];
  /** In the order of the text, at most as many as commands are read. */
  readonly constructs: readonly ShellConstruct[];
  readonly problems: readonly SyntaxProblem[];
}

/** Shell form that another program than a POSIX-like shell reads: PowerShell, cmd, or the `#!` line of a heredoc. */
export interface UnsupportedShell {
  readonly kind: "unsupported-shell";
  readonly shell: ShellInvocation;
  /** The text that was not read. */
  readonly span: Span;
}

export type ShellScript = ParsedShell | UnsupportedShell;
