import {
  PLATFORM_ARGS,
  PROXY_ARGS,
  shellOf,
  type Dockerfile,
  type Instruction,
  type Span,
  type Stage,
  type Word,
} from "@plimsoll/syntax";
import { nearestName } from "../shared-names/nearest.ts";
import { bottomStages } from "../shared-stages/bottom-stages.ts";
import { shellVariables, variablesOfScript } from "../shared-shell/variables.ts";
import { declaredNames, globalArguments, isDeclaredAbove } from "./declared.ts";
import { variableReferences } from "./references.ts";

/** A variable that has no value where it is used. */
export interface UndefinedVariable {
  readonly problem: "notTakenOver" | "setLater" | "misspelled" | "undefined";
  readonly name: string;
  readonly at: Span;
  readonly stage: Stage;
  /** The declared name that it seems to misspell. */
  readonly meant: string | undefined;
  /** False where the base image might set the variable. */
  readonly certain: boolean;
  /** The text of the instruction. */
  readonly subject: string;
}

/** Instructions whose words the builder expands. */
const EXPANDED = new Set([
  "ADD",
  "ARG",
  "COPY",
  "ENV",
  "EXPOSE",
  "LABEL",
  "STOPSIGNAL",
  "USER",
  "VOLUME",
  "WORKDIR",
]);
/** Likeness is only looked for among this many names. */
const MAX_NAMES = 500;

/** The variables of a file that nothing above declares. What an image from outside may set is not reported. */
export function* undefinedVariables(file: Dockerfile): Iterable<UndefinedVariable> {
  if (!file.text.includes("$")) return;
  for (const stage of file.stages) {
    const judge = judgeOf(file, stage);
    for (const instruction of stage.instructions) {
      const used =
        instruction.keyword === "RUN"
          ? shellUses(instruction, globalArguments(file))
          : builderUses(file, instruction);
      for (const { name, at } of used) {
        if (name === "PATH" || PROXY_ARGS.has(name) || isDeclaredAbove(file, instruction, name)) continue;
        const verdict = judge(name, instruction);
        if (verdict !== undefined) yield { ...verdict, name, at, stage, subject: instruction.body.text };
      }
    }
  }
}

interface Use {
  readonly name: string;
  readonly at: Span;
}

function* builderUses(file: Dockerfile, instruction: Instruction): Iterable<Use> {
  const { keyword, pairs, words } = instruction;
  if (!EXPANDED.has(keyword) || !instruction.body.text.includes("$")) return;
  const expanded: readonly Word[] = pairs.length > 0 ? pairs.flatMap(({ value }) => value ?? []) : words;
  const above = new Set<string>();
  for (const [index, word] of expanded.entries()) {
    for (const { name, at, guarded } of variableReferences(word, file.escape)) {
      if (!guarded && !above.has(name)) yield { name, at };
    }
    // ARG declares its names one after the other.
    const key = keyword === "ARG" ? pairs[index]?.key : undefined;
    if (key !== undefined) above.add(key);
  }
}

/** The shell sets variables of its own, so only those count that the script does not set. */
function* shellUses(run: Instruction, globals: ReadonlySet<string>): Iterable<Use> {
  if (!run.line.text.includes("$") && run.heredocs.length === 0) return;
  const script = shellOf(run);
  if (script.kind !== "script") return;
  const used = shellVariables(script).filter(
    ({ name, guarded }) => !guarded && (globals.has(name) || PLATFORM_ARGS.has(name)),
  );
  if (used.length === 0) return;
  const { assigned } = variablesOfScript(script);
  for (const { name, at } of used) if (!assigned.has(name)) yield { name, at };
}

type Verdict = Pick<UndefinedVariable, "problem" | "meant" | "certain">;

function judgeOf(
  file: Dockerfile,
  stage: Stage,
): (name: string, instruction: Instruction) => Verdict | undefined {
  const bottom = bottomStages(file)[stage.index] ?? stage;
  const scratch = bottom.base.kind === "scratch";
  const prefix = scratch ? undefined : variablePrefix(bottom);
  const globals = globalArguments(file);
  let names: ReadonlySet<string> | undefined;
  return (name, { keyword }) => {
    if (prefix !== undefined && name.startsWith(prefix)) return undefined;
    const isPlatform = PLATFORM_ARGS.has(name);
    if (globals.has(name) || isPlatform) {
      return { problem: "notTakenOver", meant: undefined, certain: scratch || isPlatform };
    }
    // A shell brings variables of its own, and what a program sets when it is sourced is not known.
    if (keyword === "RUN") return undefined;
    names ??= declaredNames(file, stage);
    return undeclared(name, names, scratch);
  };
}

function undeclared(name: string, names: ReadonlySet<string>, scratch: boolean): Verdict | undefined {
  if (names.has(name)) return { problem: "setLater", meant: undefined, certain: scratch };
  if (scratch) return { problem: "undefined", meant: undefined, certain: true };
  if (name.length < 4 || names.size > MAX_NAMES) return undefined;
  const meant = nearestName(name, names, name.length > 6 ? 2 : 1);
  return meant === undefined ? undefined : { problem: "misspelled", meant, certain: false };
}

/** `NODE_` for an image called node: such images set variables of that name, as in `NODE_VERSION`. */
function variablePrefix({ base }: Stage): string | undefined {
  if (base.kind !== "image" && base.kind !== "unresolved") return undefined;
  const text = base.kind === "image" ? base.reference : base.text;
  const name = (text.split(/[:@$]/, 1)[0] ?? "").split("/").at(-1) ?? "";
  return name === "" ? undefined : `${name.toUpperCase().replaceAll("-", "_")}_`;
}
