import type {
  ParsedShell,
  ShellCommand,
  ShellConstruct,
  ShellConstructKind,
  ShellWord,
  Span,
  TextEdit,
} from "@plimsoll/syntax";

/** Something in a script that Bash understands and a plain `sh` does not. */
export interface BashFeature {
  /** As in "Bash has …". */
  readonly what: string;
  readonly at: Span;
  /** True where BusyBox understands it, too. */
  readonly inAsh: boolean;
  /** The checks of ShellCheck that it stands for. */
  readonly checks: readonly string[];
  /** How it is written for any shell, where there is one way; empty otherwise. */
  readonly edits: readonly TextEdit[];
}

interface Kind {
  /** The checks of ShellCheck. */
  readonly checks: readonly string[];
  readonly what: string;
  readonly inAsh?: true;
  /** How many characters of it are pointed at; all where absent. */
  readonly length?: number;
}

const KINDS: ReadonlyMap<ShellConstructKind, Kind> = new Map<ShellConstructKind, Kind>([
  ["double-bracket", { checks: ["shellcheck:SC3010"], what: '"[[ ]]"', inAsh: true, length: 2 }],
  ["double-parenthesis", { checks: ["shellcheck:SC3006"], what: '"(( ))"', length: 2 }],
  ["arithmetic-for", { checks: ["shellcheck:SC3005"], what: '"for (( ))"', length: 3 }],
  ["select", { checks: ["shellcheck:SC3008"], what: '"select"', length: 6 }],
  ["coprocess", { checks: [], what: '"coproc"', length: 6 }],
  [
    "function-keyword",
    {
      checks: ["shellcheck:SC2112", "shellcheck:SC2113"],
      what: 'the keyword "function"',
      inAsh: true,
      length: 8,
    },
  ],
  ["process-substitution", { checks: ["shellcheck:SC3001"], what: 'process substitution "<( )"', length: 2 }],
  ["here-string", { checks: ["shellcheck:SC3011"], what: 'here strings "<<<"', length: 3 }],
  ["array", { checks: ["shellcheck:SC3030"], what: "arrays" }],
  ["append-assignment", { checks: ["shellcheck:SC3024"], what: 'assignments with "+="' }],
  ["brace-expansion", { checks: ["shellcheck:SC3009"], what: 'brace expansion "{ , }"' }],
  ["locale-string", { checks: ["shellcheck:SC3004"], what: 'strings such as $"…"' }],
  ["ansi-c-string", { checks: ["shellcheck:SC3003"], what: "strings such as $'…'", inAsh: true }],
  ["replacement", { checks: ["shellcheck:SC3060"], what: 'replacement "${name/a/b}"', inAsh: true }],
  ["slice", { checks: ["shellcheck:SC3057"], what: 'parts of values "${name:1:2}"', inAsh: true }],
  ["case-change", { checks: ["shellcheck:SC3059"], what: 'changes of case "${name^^}"' }],
  ["transformation", { checks: [], what: 'transformations "${name@Q}"' }],
  ["indirection", { checks: ["shellcheck:SC3053"], what: 'indirection "${!name}"' }],
  ["redirect-both", { checks: ["shellcheck:SC3020"], what: 'the redirection "&>"', inAsh: true, length: 2 }],
]);

/** Commands that are part of Bash itself. */
const COMMANDS = new Set(["pushd", "popd", "declare", "typeset", "shopt", "mapfile", "readarray"]);

const SOURCE = ["shellcheck:SC3046", "shellcheck:SC3051"];
const BUILTINS = ["shellcheck:SC3044"];

/** What a script of the given text uses that a plain `sh` lacks. Strings and heredocs of other shells are left out. */
export function* bashFeatures(script: ParsedShell, text: string): Iterable<BashFeature> {
  for (const construct of script.constructs) {
    const { origin } = construct;
    if (origin !== "shell-string" && origin !== "shell-heredoc") yield* ofConstruct(construct, text);
  }
  for (const command of script.commands) {
    const { origin } = command;
    if (origin !== "shell-string" && origin !== "shell-heredoc") yield* ofCommand(command);
  }
}

function* ofConstruct(construct: ShellConstruct, text: string): Iterable<BashFeature> {
  const kind = KINDS.get(construct.kind);
  if (kind === undefined) return;
  const { start } = construct;
  const end = kind.length === undefined ? construct.end : Math.min(construct.end, start + kind.length);
  // What runs over lines is pointed at by its first one.
  const feed = text.slice(start, end).search(/[\r\n]/);
  const at = { start, end: feed > 0 ? start + feed : end };
  yield {
    what: kind.what,
    at,
    inAsh: kind.inAsh === true,
    checks: kind.checks,
    edits: construct.kind === "redirect-both" ? bothEdits(construct, text) : [],
  };
}

/** `&> x` is `> x 2>&1`. */
function bothEdits({ start, end }: Span, text: string): readonly TextEdit[] {
  if (!/^&>>?[ \t]*\S+$/.test(text.slice(start, end))) return [];
  return [
    { start, end: start + 1, newText: "" },
    { start: end, end, newText: " 2>&1" },
  ];
}

function* ofCommand({ name, words }: ShellCommand): Iterable<BashFeature> {
  const literal = name?.literal;
  if (name === undefined || literal === undefined) return;
  const found = builtin(name, literal) ?? argument(literal, words);
  if (found !== undefined) yield found;
}

function builtin(name: ShellWord, literal: string): BashFeature | undefined {
  const at = { start: name.start, end: name.end };
  if (literal === "source") {
    const edits = name.raw === "source" ? [{ ...at, newText: "." }] : [];
    return { what: '"source"', at, inAsh: true, checks: SOURCE, edits };
  }
  if (!COMMANDS.has(literal)) return undefined;
  return { what: `"${literal}"`, at, inAsh: false, checks: BUILTINS, edits: [] };
}

/** What an argument asks of a command that every shell has. */
function argument(literal: string, words: readonly ShellWord[]): BashFeature | undefined {
  const wanted = ARGUMENTS.get(literal);
  const word = wanted === undefined ? undefined : words.find(({ raw }, index) => wanted.matches(raw, index));
  if (wanted === undefined || word === undefined) return undefined;
  const at = { start: word.start, end: word.end };
  const edits = wanted.instead === undefined ? [] : [{ ...at, newText: wanted.instead }];
  return { what: wanted.what, at, inAsh: true, checks: wanted.checks, edits };
}

interface Argument {
  readonly checks: readonly string[];
  readonly what: string;
  readonly instead?: string;
  matches(raw: string, index: number): boolean;
}

const EQUALS: Argument = {
  checks: ["shellcheck:SC3014"],
  what: '"==" in tests',
  instead: "=",
  matches: (raw) => raw === "==",
};
const ARGUMENTS: ReadonlyMap<string, Argument> = new Map<string, Argument>([
  [
    "echo",
    {
      checks: ["shellcheck:SC3037"],
      what: '"echo -e"',
      matches: (raw, index) => index === 0 && /^-[eE]+$/.test(raw),
    },
  ],
  ["set", { checks: ["shellcheck:SC3040"], what: '"set -o pipefail"', matches: (raw) => raw === "pipefail" }],
  ["[", EQUALS],
  ["test", EQUALS],
]);

/** Every check of ShellCheck that a feature can stand for. */
export const FEATURE_CHECKS: readonly string[] = [
  ...[...KINDS.values(), ...ARGUMENTS.values()].flatMap(({ checks }) => checks),
  ...SOURCE,
  ...BUILTINS,
];
