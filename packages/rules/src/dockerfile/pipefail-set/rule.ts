import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import { attached, insertBefore, shellOf, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { runsOf } from "../../shared-commands/commands.ts";
import { unseenFailures } from "../../shared-commands/pipelines.ts";
import { shellWithPipefail } from "../../shared-stages/base-family.ts";

interface Data {
  readonly program: string;
  readonly run: Instruction;
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  for (const run of runsOf(file, "all")) {
    for (const command of unseenFailures(run)) {
      const word = command.effective.nameWord ?? command;
      const program = command.effective.name ?? "the first command";
      yield {
        problem: "failureUnseen",
        at: word,
        subject: file.text.slice(command.start, command.end),
        data: { program, run },
      };
    }
  }
}

const FIRST = attached<Dockerfile, ReadonlyMap<number, Instruction>>();

/** The first RUN of each stage that needs pipefail. */
function firstOfStages(file: Dockerfile): ReadonlyMap<number, Instruction> {
  const known = FIRST.get(file);
  if (known !== undefined) return known;
  const first = new Map<number, Instruction>();
  for (const { data } of check(file)) if (!first.has(data.run.stage)) first.set(data.run.stage, data.run);
  FIRST.set(file, first);
  return first;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/pipefail-set",
  title: "A pipe fails when any of its commands fails",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["hadolint:DL4006", "kics:shell_running_a_pipe_without_pipefail_flag"],
  since: "0.1.0",
  check,
  message: ({ data: { program } }) =>
    `Failure of "${program}" is not seen, since the shell of this pipe does not have pipefail set.`,
  fix({ data: { run } }, file) {
    const script = shellOf(run);
    const stage = file.stages[run.stage];
    // A shell string brings its own shell, which SHELL does not change.
    if (stage === undefined || script.kind !== "script" || script.form !== "shell") return [];
    const line = shellWithPipefail(stage, script.shell);
    if (line === undefined) return [];
    // One SHELL serves the whole stage, so every finding of the stage proposes the same edit.
    const first = firstOfStages(file).get(run.stage) ?? run;
    return [{ title: `Add ${line}`, safety: "review", edits: [insertBefore(file, first, line)] }];
  },
});
