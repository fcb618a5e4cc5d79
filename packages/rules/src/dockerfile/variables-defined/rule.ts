import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { insertAfter, type Stage } from "@plimsoll/syntax";
import { undefinedVariables } from "../../shared-variables/undefined.ts";

interface Data {
  readonly name: string;
  readonly stage: Stage;
  readonly meant: string | undefined;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/variables-defined",
  title: "Variables have been declared where they are used",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["buildkit:UndefinedVar"],
  since: "0.1.0",
  *check(file) {
    for (const { problem, at, name, stage, meant, certain, subject } of undefinedVariables(file)) {
      yield {
        problem,
        at,
        subject: `${name} ${subject}`,
        ...(certain ? {} : { confidence: "medium" as const }),
        data: { name, stage, meant },
      };
    }
  },
  message({ problem, data: { name, meant } }) {
    if (problem === "notTakenOver")
      return `Variable "${name}" is empty here: "ARG ${name}" must stand in this stage, too.`;
    if (problem === "setLater")
      return `Variable "${name}" is declared further down only, so it is empty here.`;
    if (problem === "misspelled") return `Variable "${name}" is not declared; "${meant ?? ""}" may be meant.`;
    return `Variable "${name}" is not declared, so it is empty.`;
  },
  fix({ problem, data: { name, stage } }, file) {
    if (problem !== "notTakenOver") return [];
    const line = `ARG ${name}`;
    return [{ title: `Add ${line}`, safety: "review", edits: insertAfter(file, stage.from, line) }];
  },
});
