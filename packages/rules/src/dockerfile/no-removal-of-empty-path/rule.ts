import { defineRule, type DockerfileRule } from "@plimsoll/core";
import {
  environmentAt,
  replaceSpan,
  type Instruction,
  type ShellCommand,
  type ShellWord,
} from "@plimsoll/syntax";
import { isSystemFolder } from "../../shared-paths/system-folders.ts";
import { expansionsOf, spanInWord, type Expansion } from "../../shared-shell/expansions.ts";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly name: string;
  readonly rest: string;
}

/** The variable that a path starts with, where without it the path would be the root, all below it, or a folder of the system. */
function dangerous(word: ShellWord): { readonly expansion: Expansion; readonly rest: string } | undefined {
  const [expansion] = expansionsOf(word.raw);
  if (expansion?.kind !== "variable" || !/^\$\{?[A-Za-z_][A-Za-z0-9_]*\}?$/.test(expansion.text))
    return undefined;
  if (!/^"?$/.test(word.raw.slice(0, expansion.offset))) return undefined;
  const rest = word.raw.slice(expansion.offset + expansion.text.length).replaceAll('"', "");
  const isRoot = /^\/(?:\.?\*|\{.*)?$/.test(rest) || isSystemFolder(rest.replace(/\/\*?$/, ""));
  return isRoot ? { expansion, rest } : undefined;
}

function removesTree({ effective }: ShellCommand): boolean {
  return (
    effective.name === "rm" &&
    effective.words.some(({ value }) => /^-[A-Za-z]*[rR]/.test(value) || value === "--recursive")
  );
}

function isKnown(
  instruction: Instruction,
  assigned: ReadonlySet<string>,
  name: string,
  value: ReturnType<ReturnType<typeof environmentAt>>,
): boolean {
  return assigned.has(name) || (value.kind === "value" && value.text !== "" && value.unresolved.length === 0);
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/no-removal-of-empty-path",
  title: "No variable that may be empty decides what is removed",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["shellcheck:SC2115"],
  since: "0.1.0",
  *check(file) {
    for (const { instruction, script } of runScripts(file)) {
      const assigned = new Set(
        script.commands.flatMap(({ assignments }) =>
          assignments
            .filter(({ value }) => value?.literal !== undefined && value.literal !== "")
            .map(({ name }) => name),
        ),
      );
      for (const command of script.commands) {
        if (!removesTree(command)) continue;
        for (const word of command.effective.words) {
          const found = word.literal === undefined ? dangerous(word) : undefined;
          if (found === undefined) continue;
          const { expansion, rest } = found;
          if (
            isKnown(instruction, assigned, expansion.name, environmentAt(file, instruction)(expansion.name))
          )
            continue;
          const at = spanInWord(word, expansion.offset, expansion.text.length);
          yield {
            problem: "mayBeEmpty",
            at,
            subject: word.raw.slice(0, 200),
            data: { name: expansion.name, rest },
          };
        }
      }
    }
  },
  message: ({ data: { name, rest } }) =>
    `Where "${name}" is empty, "${rest}" is removed: write "\${${name}:?}".`,
  fix: ({ at, data: { name } }, { text }) =>
    /^\$\{?[A-Za-z0-9_]+\}?$/.test(text.slice(at.start, at.end))
      ? [{ title: "Stop where it is empty", safety: "safe", edits: [replaceSpan(at, `\${${name}:?}`)] }]
      : [],
});
