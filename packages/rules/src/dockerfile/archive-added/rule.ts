import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Dockerfile, Instruction, Stage, Word } from "@plimsoll/syntax";
import { commandsOf, type Command } from "../../shared-commands/commands.ts";
import { copyStep } from "../../shared-copies/sources.ts";

/** What ADD unpacks: a tar file, packed or not. */
const TAR = /\.(?:tar|tgz|tbz2?|txz|tar\.(?:gz|bz2|xz))$/i;

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function extracts({ name, words }: Command): boolean {
  if (name !== "tar" && name !== "bsdtar") return false;
  return words.some(
    ({ value }, index) =>
      value === "--extract" ||
      value === "--get" ||
      /^-[A-Za-z]*x/.test(value) ||
      (index === 0 && /^[A-Za-z]*x/.test(value)),
  );
}

/** By name of the file, the last command of a stage that unpacks it. */
function unpackedIn(stage: Stage): ReadonlyMap<string, Command> {
  const found = new Map<string, Command>();
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== "RUN") continue;
    for (const command of commandsOf(instruction)) {
      if (!extracts(command)) continue;
      for (const { value } of command.words) if (TAR.test(value)) found.set(baseName(value), command);
    }
  }
  return found;
}

interface CopiedArchive {
  readonly instruction: Instruction;
  readonly word: Word;
  readonly name: string;
  /** The last part of the target, which is its name there unless the target is a folder. */
  readonly renamed: string;
}

/** The tar files that a stage copies from the build context. */
function* copiedArchives(file: Dockerfile, stage: Stage): Iterable<CopiedArchive> {
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== "COPY" || instruction.flags.some(({ name }) => name === "from")) continue;
    const { sources, destination } = copyStep(file, instruction);
    const renamed = sources.length === 1 && destination !== undefined ? baseName(destination.text) : "";
    for (const { kind, text, word } of sources) {
      if (kind === "archive" && TAR.test(text)) yield { instruction, word, name: baseName(text), renamed };
    }
  }
}

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/archive-added",
  title: "Archives are unpacked with ADD",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF021"],
  aliases: ["hadolint:DL3010"],
  since: "0.1.0",
  *check(file) {
    for (const stage of file.stages) {
      let unpacked: ReadonlyMap<string, Command> | undefined;
      for (const { instruction, word, name, renamed } of copiedArchives(file, stage)) {
        unpacked ??= unpackedIn(stage);
        const command = unpacked.get(name) ?? unpacked.get(renamed);
        if (command === undefined || command.instruction.index < instruction.index) continue;
        const related = [{ at: command.nameWord ?? command.shell, message: "It is unpacked here." }];
        yield { problem: "unpackedLater", at: word, subject: instruction.body.text, related, data: name };
      }
    }
  },
  message: ({ data }) =>
    `Archive "${data}" is copied and unpacked later, so the image holds it twice: ADD unpacks it at once.`,
});
