import {
  attached,
  packageInstalls,
  resolveWord,
  shellOf,
  type Dockerfile,
  type Instruction,
  type PackageAction,
  type ShellCommand,
  type ShellWord,
} from "@plimsoll/syntax";
import { finalImage } from "../shared-stages/final-image.ts";

/** A command that an instruction runs, seen through `sudo`, `env` and other wrappers. */
export interface Command {
  readonly instruction: Instruction;
  /** Last part of the path of the program; undefined where it is not literal. */
  readonly name: string | undefined;
  readonly nameWord: ShellWord | undefined;
  /** The arguments. */
  readonly words: readonly ShellWord[];
  /** The command as it is written, wrappers included. */
  readonly shell: ShellCommand;
}

/** A command of a package manager in an instruction. */
export interface PackageStep extends PackageAction {
  readonly instruction: Instruction;
}

/** What is known of an instruction. One table for both, since every table costs the garbage collector. */
interface Facts {
  commands: readonly Command[] | undefined;
  steps: readonly PackageStep[] | undefined;
}

interface Runs {
  readonly all: readonly Instruction[];
  readonly final: readonly Instruction[];
}

const FACTS = attached<Instruction, Facts>();
const RUNS = attached<Dockerfile, Runs>();

function factsOf(instruction: Instruction): Facts {
  let facts = FACTS.get(instruction);
  if (facts === undefined) FACTS.set(instruction, (facts = { commands: undefined, steps: undefined }));
  return facts;
}

/** The commands of an instruction; none where no POSIX-like shell reads it. */
export function commandsOf(instruction: Instruction): readonly Command[] {
  const facts = factsOf(instruction);
  if (facts.commands !== undefined) return facts.commands;
  const script = shellOf(instruction);
  facts.commands =
    script.kind !== "script"
      ? []
      : script.commands.map((shell) => {
          const { name, nameWord, words } = shell.effective;
          return { instruction, name, nameWord, words, shell };
        });
  return facts.commands;
}

/** The package-manager commands of an instruction, in order. */
export function packageSteps(instruction: Instruction): readonly PackageStep[] {
  const facts = factsOf(instruction);
  if (facts.steps !== undefined) return facts.steps;
  const script = shellOf(instruction);
  facts.steps =
    script.kind === "script" ? packageInstalls(script).map((action) => ({ ...action, instruction })) : [];
  return facts.steps;
}

/** Every RUN of the file, or only those that shape the resulting image. Triggers of ONBUILD are not among them. */
export function runsOf(file: Dockerfile, which: "all" | "final"): readonly Instruction[] {
  let runs = RUNS.get(file);
  if (runs === undefined) {
    const all = file.instructions.filter(({ keyword }) => keyword === "RUN");
    const final = finalImage(file)?.instructions.filter(({ keyword }) => keyword === "RUN") ?? [];
    runs = { all, final };
    RUNS.set(file, runs);
  }
  return runs[which];
}

/** The commands of every RUN of the file, or of those that shape the resulting image. */
export function* runCommands(file: Dockerfile, which: "all" | "final"): Iterable<Command> {
  for (const run of runsOf(file, which)) yield* commandsOf(run);
}

/** The text of a word with the variables of ARG and ENV put in; undefined where the shell decides it when it runs. */
export function knownText(file: Dockerfile, instruction: Instruction, word: ShellWord): string | undefined {
  if (word.literal !== undefined) return word.literal;
  if (word.variables.length === 0 || word.raw.includes("$(") || word.raw.includes("`")) return undefined;
  const { text, unresolved, error } = resolveWord(file, instruction, word.raw);
  return unresolved.length > 0 || error !== undefined ? undefined : text;
}
