import { defineRule, type DockerfileRule } from "@plimsoll/core";
import {
  insertBefore,
  replaceSpan,
  shellOf,
  type Instruction,
  type ParsedShell,
  type ShellCommand,
} from "@plimsoll/syntax";

interface Data {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
  readonly folder: string;
  readonly next: ShellCommand | undefined;
}

/** The `cd` that a script starts with, outside of subshells and conditions. */
function leadingCd(script: ParsedShell): ShellCommand | undefined {
  const [first, second] = script.commands.filter(({ origin }) => origin === "script");
  if (
    first?.name?.literal !== "cd" ||
    first.inSubshell ||
    first.pipeline !== undefined ||
    script.form !== "shell"
  )
    return undefined;
  const joined = second === undefined || second.operatorBefore === "&&" || second.operatorBefore === ";";
  return joined && first.words.length === 1 ? first : undefined;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/workdir-not-cd",
  title: "The folder of a step is set with WORKDIR",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["hadolint:DL3003", "trivy:DS-0013", "kics:run_command_cd_instead_of_workdir"],
  since: "0.1.0",
  *check(file) {
    for (const instruction of file.instructions) {
      if (instruction.keyword !== "RUN") continue;
      const script = shellOf(instruction);
      const command = script.kind === "script" ? leadingCd(script) : undefined;
      const [folder] = command?.words ?? [];
      if (script.kind !== "script" || command?.name === undefined || folder === undefined) continue;
      const next = script.commands[command.index + 1];
      const alone = next === undefined;
      const data = { instruction, command, folder: folder.raw, next };
      const subject = instruction.body.text.slice(0, 200);
      if (alone) yield { problem: "alone", at: command.name, severity: "warning", subject, data };
      else yield { problem: "cd", at: command.name, subject, data };
    }
  },
  message: ({ problem, data: { folder } }) =>
    problem === "alone"
      ? `Command "cd ${folder}" has no effect, since it ends with its RUN: write WORKDIR.`
      : `Step enters "${folder}" by itself: WORKDIR does so for all steps that follow.`,
  fix({ problem, data: { instruction, command, folder, next } }, file) {
    if (!/^\/[\w./@-]*$/.test(folder) || instruction.heredocs.length > 0) return [];
    const title = "Use WORKDIR (the steps that follow then start there, too)";
    const line = `WORKDIR ${folder}`;
    if (problem === "alone") {
      if (instruction.flags.length > 0) return [];
      const span = { start: instruction.keywordSpan.start, end: instruction.body.end };
      return [{ title, safety: "review", edits: [replaceSpan(span, line)] }];
    }
    if (next === undefined || file.comments.some(({ start }) => start > command.start && start < next.start))
      return [];
    const removal = replaceSpan({ start: command.start, end: next.start }, "");
    // What stands between the two is the operator; a group or condition that opens there must stay.
    if (!/^\s*(?:&&|;)[\s\\`]*$/.test(file.text.slice(command.end, next.start))) return [];
    return [{ title, safety: "review", edits: [insertBefore(file, instruction, line), removal] }];
  },
});
