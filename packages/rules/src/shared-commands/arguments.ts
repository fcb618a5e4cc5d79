import type { Command } from "./commands.ts";
import { insertWordAfter, insertWordBefore, type ShellWord, type TextEdit } from "@plimsoll/syntax";

/** True where the words of a command are strings of a JSON array. */
function isJson({ instruction, shell }: Pick<Command, "instruction" | "shell">): boolean {
  return instruction.form === "json" && shell.origin === "script";
}

/** True where edits of a command's words write plain text: not inside the string of `sh -c`, whose quotes they could break. */
export function isPlainText({ instruction, shell }: Pick<Command, "instruction" | "shell">): boolean {
  return shell.origin !== "shell-string" && (instruction.form !== "json" || shell.origin === "script");
}

/** Puts an argument after a word of a command, as a string of its own in JSON form. */
export function addArgumentAfter(
  command: Pick<Command, "instruction" | "shell">,
  word: ShellWord,
  argument: string,
): TextEdit {
  if (!isJson(command)) return insertWordAfter(word, argument);
  return { start: word.end, end: word.end, newText: `, ${JSON.stringify(argument)}` };
}

/** Puts an argument before a word of a command, as a string of its own in JSON form. */
export function addArgumentBefore(
  command: Pick<Command, "instruction" | "shell">,
  word: ShellWord,
  argument: string,
): TextEdit {
  if (!isJson(command)) return insertWordBefore(word, argument);
  return { start: word.start, end: word.start, newText: `${JSON.stringify(argument)}, ` };
}
