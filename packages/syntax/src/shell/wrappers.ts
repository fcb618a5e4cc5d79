import type { EffectiveCommand, ShellWord } from "./nodes.ts";

/** How the arguments of a wrapper are read up to the command that it runs. */
interface Wrapper {
  /** Letters of short options that take the next word as their value. */
  readonly short: string;
  /** Long options that take the next word as their value. */
  readonly long: readonly string[];
  /** Words before the command that are no options. */
  readonly positional: number;
  /** True where `NAME=value` words may stand before the command. */
  readonly assignments: boolean;
  /** Options with which it runs no command. */
  readonly inert: readonly string[];
}

function wrapper(spec: Partial<Wrapper>): Wrapper {
  return { short: "", long: [], positional: 0, assignments: false, inert: [], ...spec };
}

const PLAIN = wrapper({});

const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map([
  [
    "sudo",
    wrapper({
      short: "CDghpRrTtUu",
      long: [
        "--chdir",
        "--chroot",
        "--close-from",
        "--group",
        "--host",
        "--prompt",
        "--role",
        "--type",
        "--user",
      ],
      assignments: true,
    }),
  ],
  ["doas", wrapper({ short: "aCu" })],
  ["env", wrapper({ short: "uC", long: ["--unset", "--chdir"], assignments: true })],
  ["exec", wrapper({ short: "a" })],
  ["command", wrapper({ inert: ["-v", "-V"] })],
  ["builtin", PLAIN],
  ["nohup", PLAIN],
  ["setsid", PLAIN],
  ["eatmydata", PLAIN],
  ["busybox", PLAIN],
  ["dumb-init", PLAIN],
  ["tini", PLAIN],
  ["time", wrapper({ short: "fo", long: ["--format", "--output"] })],
  ["nice", wrapper({ short: "n", long: ["--adjustment"] })],
  ["ionice", wrapper({ short: "cnpPu", long: ["--class", "--classdata"] })],
  ["timeout", wrapper({ short: "ks", long: ["--kill-after", "--signal"], positional: 1 })],
  ["stdbuf", wrapper({ short: "ioe", long: ["--input", "--output", "--error"] })],
  ["flock", wrapper({ short: "wE", long: ["--timeout", "--conflict-exit-code"], positional: 1 })],
  ["gosu", wrapper({ positional: 1 })],
  ["su-exec", wrapper({ positional: 1 })],
  ["chroot", wrapper({ positional: 1 })],
  [
    "xargs",
    wrapper({
      short: "adEILnPs",
      long: ["--arg-file", "--delimiter", "--max-args", "--max-chars", "--max-lines", "--max-procs"],
    }),
  ],
]);

const MAX_WRAPPERS = 16;

/** The command that runs in the end, behind `sudo`, `env`, `xargs` and the like. A wrapper without a command stands for itself. */
export function effectiveCommand(name: ShellWord | undefined, words: readonly ShellWord[]): EffectiveCommand {
  const wrappers: string[] = [];
  const all = name === undefined ? [] : [name, ...words];
  let at = 0;
  while (wrappers.length < MAX_WRAPPERS) {
    const current = commandName(all[at]);
    const spec = current === undefined ? undefined : WRAPPERS.get(current);
    if (current === undefined || spec === undefined) break;
    const next = commandAfter(all, at + 1, spec);
    if (next === -1 || next >= all.length) break;
    wrappers.push(current);
    at = next;
  }
  return { name: commandName(all[at]), nameWord: all[at], words: all.slice(at + 1), wrappers };
}

/** The last part of the path of a literal word. */
export function commandName(word: ShellWord | undefined): string | undefined {
  const literal = word?.literal;
  if (literal === undefined) return undefined;
  return literal.slice(literal.lastIndexOf("/") + 1);
}

/** Where the command of a wrapper starts, or -1 where it runs none. */
function commandAfter(words: readonly ShellWord[], from: number, spec: Wrapper): number {
  let at = from;
  while (at < words.length) {
    const value = words[at]?.value ?? "";
    if (value === "--") {
      at += 1;
      break;
    }
    if (!value.startsWith("-") || value === "-") break;
    if (spec.inert.includes(value)) return -1;
    at += takesNext(value, spec) ? 2 : 1;
  }
  return (spec.assignments ? afterAssignments(words, at) : at) + spec.positional;
}

function afterAssignments(words: readonly ShellWord[], from: number): number {
  let at = from;
  while (isAssignment(words[at]?.value ?? "")) at += 1;
  return at;
}

function takesNext(option: string, spec: Wrapper): boolean {
  if (option.startsWith("--")) return spec.long.includes(option);
  for (let at = 1; at < option.length; at += 1) {
    if (spec.short.includes(option.charAt(at))) return at === option.length - 1;
  }
  return false;
}

function isAssignment(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*=/.test(text);
}
