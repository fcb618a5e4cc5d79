import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import {
  replaceSpan,
  shellOf,
  stageChain,
  type Dockerfile,
  type Instruction,
  type ShellCommand,
} from "@plimsoll/syntax";
import { isRootName } from "../../shared-users/final-user.ts";

interface Data {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
}

/** True where no USER stands above, or the last one is root: `sudo` then changes nothing. */
function runsAsRoot(file: Dockerfile, instruction: Instruction): boolean {
  const stage = file.stages[instruction.stage];
  if (stage === undefined || stageChain(stage).length > 1) return false;
  const user = stage.instructions.findLast(
    ({ keyword, index }) => keyword === "USER" && index < instruction.index,
  );
  return user === undefined || isRootName(user.body.text.split(":", 1)[0] ?? "");
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  for (const written of file.instructions) {
    const instruction = written.trigger ?? written;
    if (!instruction.line.text.includes("sudo") && instruction.heredocs.length === 0) continue;
    const script = shellOf(instruction);
    for (const command of script.kind === "script" ? script.commands : []) {
      const { name, effective } = command;
      if (name === undefined || (effective.name !== "sudo" && !effective.wrappers.includes("sudo"))) continue;
      const subject = file.text.slice(command.start, command.end).slice(0, 200);
      yield { problem: "sudo", at: sudoWord(command) ?? name, subject, data: { instruction, command } };
    }
  }
}

function sudoWord({ name, words }: ShellCommand) {
  return [...(name === undefined ? [] : [name]), ...words].find(({ value }) => /(?:^|\/)sudo$/.test(value));
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/no-sudo",
  title: "No command runs through sudo",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF008", "DF020"],
  aliases: [
    "hadolint:DL3004",
    "trivy:DS-0010",
    "checkov:CKV2_DOCKER_1",
    "kics:run_using_sudo",
    "dockle:DKL-DI-0001",
  ],
  since: "0.1.0",
  check,
  message: () => "Command runs through sudo: give the step its user with USER instead.",
  fix({ data: { instruction, command } }, file) {
    const { name, words } = command;
    const [first] = words;
    const plain = instruction.form === "shell" && command.origin === "script" && name?.literal === "sudo";
    if (!plain || first === undefined || first.value.startsWith("-") || !runsAsRoot(file, instruction))
      return [];
    const gap = file.text.slice(name.end, first.start);
    if (gap.trim() !== "") return [];
    return [
      {
        title: "Remove sudo, which changes nothing here",
        safety: "review",
        edits: [replaceSpan({ start: name.start, end: first.start }, "")],
      },
    ];
  },
});
