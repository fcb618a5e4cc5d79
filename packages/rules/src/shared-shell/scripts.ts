import { shellOf, type Dockerfile, type Instruction, type ParsedShell } from "@plimsoll/syntax";
import { fileMemo } from "../shared-facts/file-memo.ts";

/** An instruction and the script that a POSIX-like shell runs for it. */
export interface RunScript {
  readonly instruction: Instruction;
  readonly script: ParsedShell;
}

/** The scripts of every RUN, those that ONBUILD holds included. JSON forms are among them: their strings may be scripts. */
export const runScripts: (file: Dockerfile) => readonly RunScript[] = fileMemo((file) => {
  const scripts: RunScript[] = [];
  for (const written of file.instructions) {
    const instruction = written.trigger ?? written;
    if (instruction.keyword !== "RUN") continue;
    const script = shellOf(instruction);
    if (script.kind === "script") scripts.push({ instruction, script });
  }
  return scripts;
});
