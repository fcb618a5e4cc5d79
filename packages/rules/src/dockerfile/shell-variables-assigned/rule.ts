import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { environmentAt, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { nearestName } from "../../shared-names/nearest.ts";
import { runScripts } from "../../shared-shell/scripts.ts";
import { shellVariables, variablesOfScript } from "../../shared-shell/variables.ts";
import { isDeclaredAbove } from "../../shared-variables/declared.ts";

interface Data {
  readonly name: string;
  readonly meant: string | undefined;
}

/** Likeness is only looked for among this many names. */
const MAX_NAMES = 500;

/** Variables in lower case that come from outside. */
const OUTSIDE = new Set([
  "http_proxy",
  "https_proxy",
  "ftp_proxy",
  "no_proxy",
  "all_proxy",
  "npm_config_registry",
]);

/** By custom only variables of the environment are in upper case, and those may come from the base image. */
function isOwn(name: string): boolean {
  return name === name.toLowerCase() && name !== "_" && !OUTSIDE.has(name);
}

function isFromFile(file: Dockerfile, instruction: Instruction, name: string): boolean {
  return isDeclaredAbove(file, instruction, name) || environmentAt(file, instruction)(name).kind === "value";
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/shell-variables-assigned",
  title: "Variables of a script are set before they are used",
  severity: "warning",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["shellcheck:SC2153", "shellcheck:SC2154"],
  since: "0.1.0",
  *check(file) {
    for (const { instruction, script } of runScripts(file)) {
      const used = shellVariables(script);
      if (used.length === 0) continue;
      const { assigned, open } = variablesOfScript(script);
      if (open) continue;
      const seen = new Set(assigned);
      const subject = instruction.body.text.slice(0, 100);
      for (const { name, at, guarded } of used) {
        if (guarded || seen.has(name) || !isOwn(name) || isFromFile(file, instruction, name)) continue;
        seen.add(name);
        const few = name.length > 3 && assigned.size < MAX_NAMES;
        const meant = few ? nearestName(name, assigned, 1) : undefined;
        yield { problem: "notAssigned", at, subject: `${name} ${subject}`, data: { name, meant } };
      }
    }
  },
  message: ({ data: { name, meant } }) =>
    `Variable "${name}" is used but never set${meant === undefined ? "" : `; "${meant}" may be meant`}.`,
  fix: ({ at, data: { name, meant } }, { text }) => {
    const written = text.slice(at.start, at.end);
    if (meant === undefined || !written.endsWith(name)) return [];
    const start = at.end - name.length;
    return [{ title: `Use ${meant}`, safety: "review", edits: [{ start, end: at.end, newText: meant }] }];
  },
});
