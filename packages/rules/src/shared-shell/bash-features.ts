import type {
  ParsedShell,
  ShellCommand,
  ShellConstruct,
  ShellConstructKind,
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
  /** How it is written for any shell, where there is one way; empty otherwise. */
  readonly edits: readonly TextEdit[];
}

interface Kind {
  readonly what: string;
  readonly inAsh?: true;
  /** How many characters of it are pointed at; all where absent. */
  readonly length?: number;
}

const KINDS: ReadonlyMap<ShellConstructKind, Kind> = new Map<ShellConstructKind, Kind>([
  ["double-bracket", { what: '"[[ ]]"', inAsh: true, length: 2 }],
  ["double-parenthesis", { what: '"(( ))"', length: 2 }],
  ["arithmetic-for", { what: '"for (( ))"', length: 3 }],
  ["select", { what: '"select"', length: 6 }],
  ["coprocess", { what: '"coproc"', length: 6 }],
  ["function-keyword", { what: 'the keyword "function"', inAsh: true, length: 8 }],
  ["process-substitution", { what: 'process substitution "<( )"', length: 2 }],
  ["here-string", { what: 'here strings "<<<"', length: 3 }],
  ["array", { what: "arrays" }],
  ["append-assignment", { what: 'assignments with "+="' }],
  ["brace-expansion", { what: 'brace expansion "{ , }"' }],
  ["locale-string", { what: 'strings such as $"…"' }],
  ["ansi-c-string", { what: "strings such as $'…'", inAsh: true }],
  ["replacement", { what: 'replacement "${name/a/b}"', inAsh: true }],
  ["slice", { what: 'parts of values "${name:1:2}"', inAsh: true }],
  ["case-change", { what: 'changes of case "${name^^}"' }],
  ["transformation", { what: 'transformations "${name@Q}"' }],
  ["indirection", { what: 'indirection "${!name}"' }],
  ["redirect-both", { what: 'the redirection "&>"', inAsh: true, length: 2 }],
]);

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ["pushd", "pushd"],
  ["popd", "popd"],
  ["declare", "declare"],
  ["typeset", "typeset"],
  ["shopt", "shopt"],
  ["mapfile", "mapfile"],
  ["readarray", "readarray"],
]);

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
  const at = { start: name.start, end: name.end };
  const known = COMMANDS.get(literal);
  if (known !== undefined) yield { what: `"${known}"`, at, inAsh: false, edits: [] };
  if (literal === "source")
    yield {
      what: '"source"',
      at,
      inAsh: true,
      edits: name.raw === "source" ? [{ ...at, newText: "." }] : [],
    };
  const [first] = words;
  if (literal === "echo" && first !== undefined && /^-[eE]+$/.test(first.value)) {
    yield { what: '"echo -e"', at: { start: first.start, end: first.end }, inAsh: true, edits: [] };
  }
  if (literal === "set" && words.some(({ value }) => value === "pipefail")) {
    const word = words.find(({ value }) => value === "pipefail") ?? name;
    yield { what: '"set -o pipefail"', at: { start: word.start, end: word.end }, inAsh: true, edits: [] };
  }
  if (literal !== "[" && literal !== "test") return;
  const equals = words.find(({ raw }) => raw === "==");
  if (equals === undefined) return;
  const span = { start: equals.start, end: equals.end };
  yield { what: '"==" in tests', at: span, inAsh: true, edits: [{ ...span, newText: "=" }] };
}
