import { attached } from "../source/attached.ts";
import type { Instruction, Stage } from "./nodes.ts";

/** What runs the shell form of an instruction. */
export type ShellInForce =
  /** The words of the SHELL instruction. */
  | { readonly kind: "instruction"; readonly words: readonly string[] }
  /** A Windows base image, whose default is `cmd`. */
  | { readonly kind: "windows" }
  /** `/bin/sh -c`, unless the base image says otherwise. */
  | { readonly kind: "default" };

const DEFAULT: ShellInForce = { kind: "default" };
const WINDOWS: ShellInForce = { kind: "windows" };
/** Instructions that another shell than the default runs. */
const SHELLS = attached<Instruction, ShellInForce>();

/** The shell that runs an instruction, by the last SHELL above it in its stage or in the stages that this one builds on. */
export function shellInForce(instruction: Instruction): ShellInForce {
  return SHELLS.get(instruction) ?? DEFAULT;
}

/** Notes for every instruction of the stages which shell runs it. Called once, when the stages are known. */
export function recordShells(stages: readonly Stage[]): void {
  const atEnd: ShellInForce[] = [];
  for (const stage of stages) {
    let shell = shellAtStart(stage, atEnd);
    for (const instruction of stage.instructions) {
      if (instruction.keyword === "SHELL" && instruction.form === "json") {
        shell = { kind: "instruction", words: instruction.words.map((word) => word.text) };
      }
      if (shell === DEFAULT) continue;
      SHELLS.set(instruction, shell);
      if (instruction.trigger !== undefined) SHELLS.set(instruction.trigger, shell);
    }
    atEnd.push(shell);
  }
}

function shellAtStart(stage: Stage, atEnd: readonly ShellInForce[]): ShellInForce {
  const { base, platform } = stage;
  if (base.kind === "stage") return atEnd[base.stage.index] ?? DEFAULT;
  if (platform?.text.toLowerCase().startsWith("windows") === true) return WINDOWS;
  const image = base.kind === "image" ? base.reference : base.kind === "unresolved" ? base.text : "";
  return isWindowsImage(image.toLowerCase()) ? WINDOWS : DEFAULT;
}

/** The names that Microsoft gives to its base images and to the variants of others built on them. */
function isWindowsImage(image: string): boolean {
  return (
    image.includes("windowsservercore") ||
    image.includes("nanoserver") ||
    image.includes("/windows/") ||
    image.includes("/windows:") ||
    image.includes("/windows@")
  );
}
