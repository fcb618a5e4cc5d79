import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import { replaceSpan, type Instruction } from "@plimsoll/syntax";
import { commandsOf, type Command } from "../../shared-commands/commands.ts";

interface Data {
  readonly instruction: Instruction;
  /** The shell that takes the place of `/bin/sh`; undefined where it is not known. */
  readonly shell: string | undefined;
  readonly alone: boolean;
  /** True where nothing is replaced, but PowerShell is started by the shell of the step. */
  readonly isNested: boolean;
}

const SH = /^(?:\/usr)?\/bin\/sh$/;

/** The shell that a command puts in place of `/bin/sh`; undefined where it does not. */
function replacement({ name = "", words }: Command): { readonly shell: string | undefined } | undefined {
  const values = words.map(({ value }) => value);
  const operands = values.filter((value) => !value.startsWith("-"));
  if (name === "ln" || name === "mv" || name === "cp") {
    const [source, target] = operands;
    return operands.length === 2 && target !== undefined && SH.test(target) ? { shell: source } : undefined;
  }
  if (name === "update-alternatives")
    return values.some((value) => SH.test(value)) ? { shell: undefined } : undefined;
  if (name === "dpkg-reconfigure") return values.includes("dash") ? { shell: "bash" } : undefined;
  return undefined;
}

const POWERSHELL: ReadonlySet<string> = new Set(["powershell", "powershell.exe", "pwsh", "pwsh.exe"]);

/** Whether a command runs PowerShell on a script that stands on the command line, not in a file. */
function runsPowerShell({ name = "", words }: Command): boolean {
  if (!POWERSHELL.has(name.toLowerCase())) return false;
  const options = words.map(({ value }) => value.toLowerCase());
  const isAsked = (long: string, shortest: number): boolean =>
    options.some((value) => value.length > shortest && `-${long}`.startsWith(value));
  return isAsked("command", 1) && !isAsked("file", 1);
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/shell-by-instruction",
  title: "The shell of build steps is named with SHELL",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["hadolint:DL4005", "kics:changing_default_shell_using_run_command"],
  since: "0.1.0",
  *check(file): Iterable<Problem<Data>> {
    for (const instruction of file.instructions) {
      const commands = instruction.keyword === "RUN" ? commandsOf(instruction) : [];
      const [first] = commands;
      if (first?.nameWord !== undefined && instruction.form === "shell" && runsPowerShell(first))
        yield {
          problem: "nested",
          at: first.nameWord,
          subject: instruction.body.text.slice(0, 200),
          data: { instruction, shell: undefined, alone: false, isNested: true },
        };
      for (const command of commands) {
        const found = replacement(command);
        if (found === undefined || command.nameWord === undefined) continue;
        const alone =
          instruction.form === "shell" &&
          commands.every(
            (one) =>
              one === command ||
              (one.name === "rm" && one.words.every(({ value }) => value.startsWith("-") || SH.test(value))),
          );
        yield {
          problem: "replaced",
          at: command.nameWord,
          subject: instruction.body.text.slice(0, 200),
          data: { instruction, shell: found.shell, alone, isNested: false },
        };
      }
    }
  },
  message: ({ data: { isNested } }) =>
    isNested
      ? "PowerShell runs inside another shell, which reads the quotes of its script first: name it with SHELL."
      : "Program /bin/sh is replaced, which scripts of packages rely on: name the shell with SHELL.",
  fix({ data: { instruction, shell, alone } }) {
    const path = shell === "bash" || shell?.endsWith("/bash") === true ? "/bin/bash" : undefined;
    if (path === undefined || !alone || instruction.flags.length > 0 || instruction.heredocs.length > 0)
      return [];
    const span = { start: instruction.keywordSpan.start, end: instruction.body.end };
    return [{ title: "Use SHELL", safety: "review", edits: [replaceSpan(span, `SHELL ["${path}", "-c"]`)] }];
  },
});
