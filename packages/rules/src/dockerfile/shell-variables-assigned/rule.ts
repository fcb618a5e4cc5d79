import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { environmentAt } from "@plimsoll/syntax";
import { nearestName } from "../../shared-names/nearest.ts";
import { runScripts } from "../../shared-shell/scripts.ts";
import { shellVariables, variablesOfScript } from "../../shared-shell/variables.ts";
import { isDeclaredAbove } from "../../shared-variables/declared.ts";

interface Data {
  readonly name: string;
  readonly meant: string | undefined;
}

/** Variables in lower case that come from outside. */
const OUTSIDE = new Set([
  "http_proxy",
  "https_proxy",
  "ftp_proxy",
  "no_proxy",
  "all_proxy",
  "npm_config_registry",
]);

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
      const { assigned, open } = variablesOfScript(script);
      if (open) continue;
      const seen = new Set<string>();
      for (const { name, at, guarded } of shellVariables(script)) {
        // By custom only variables of the environment are in upper case, and those may come from the base image.
        if (
          guarded ||
          name !== name.toLowerCase() ||
          name === "_" ||
          assigned.has(name) ||
          OUTSIDE.has(name) ||
          seen.has(name)
        )
          continue;
        if (
          isDeclaredAbove(file, instruction, name) ||
          environmentAt(file, instruction)(name).kind === "value"
        )
          continue;
        seen.add(name);
        const meant = name.length > 3 && assigned.size < 500 ? nearestName(name, assigned, 1) : undefined;
        yield {
          problem: "notAssigned",
          at,
          subject: `${name} ${instruction.body.text.slice(0, 100)}`,
          data: { name, meant },
        };
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
