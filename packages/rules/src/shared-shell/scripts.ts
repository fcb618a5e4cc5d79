import { shellOf, type Dockerfile, type Instruction, type ParsedShell } from "@plimsoll/syntax";

/** An instruction and the script that a POSIX-like shell runs for it. */
export interface RunScript {
  readonly instruction: Instruction;
  readonly script: ParsedShell;
}

const MEMO = new WeakMap<Dockerfile, readonly RunScript[]>();

/** The scripts of every RUN, those that ONBUILD holds included. JSON forms are among them: their strings may be scripts. */
export function runScripts(file: Dockerfile): readonly RunScript[] {
  const known = MEMO.get(file);
  if (known !== undefined) return known;
  const scripts: RunScript[] = [];
  for (const written of file.instructions) {
    const instruction = written.trigger ?? written;
    if (instruction.keyword !== "RUN") continue;
    const script = shellOf(instruction);
    if (script.kind === "script") scripts.push({ instruction, script });
  }
  MEMO.set(file, scripts);
  return scripts;
}
