import { defineRule, type DockerfileRule } from "@plimsoll/core";
import {
  environmentAt,
  replaceSpan,
  type Lookup,
  type ParsedShell,
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

function isKnown(name: string, assigned: ReadonlySet<string>, lookup: Lookup): boolean {
  const value = lookup(name);
  return assigned.has(name) || (value.kind === "value" && value.text !== "" && value.unresolved.length === 0);
}

/** The variables to which a script gives a text that is not empty. */
function assignedIn({ commands }: ParsedShell): ReadonlySet<string> {
  const assignments = commands.flatMap((command) => command.assignments);
  return new Set(assignments.filter(({ value }) => (value?.literal ?? "") !== "").map(({ name }) => name));
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
      const removing = script.commands.filter((command) => removesTree(command));
      if (removing.length === 0) continue;
      const assigned = assignedIn(script);
      const lookup = environmentAt(file, instruction);
      for (const word of removing.flatMap(({ effective }) => effective.words)) {
        const found = word.literal === undefined ? dangerous(word) : undefined;
        if (found === undefined || isKnown(found.expansion.name, assigned, lookup)) continue;
        const { name, offset, text } = found.expansion;
        const at = spanInWord(word, offset, text.length);
        yield {
          problem: "mayBeEmpty",
          at,
          subject: word.raw.slice(0, 200),
          data: { name, rest: found.rest },
        };
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
