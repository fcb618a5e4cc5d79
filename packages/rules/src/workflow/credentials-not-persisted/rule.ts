import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { asScalar, setValue, type WorkflowStep, type YamlMap } from "@plimsoll/syntax";
import { actionName } from "../../shared-workflow/action-names.ts";
import { stepsOf, type PlacedStep } from "../../shared-workflow/places.ts";
import { scriptsOf, type StepScript } from "../../shared-workflow/scripts.ts";

interface Data {
  readonly step: YamlMap;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/credentials-not-persisted",
  title: "A checkout leaves no token behind",
  severity: "warning",
  confidence: "low",
  surface: "workflow",
  catalogue: ["CI013"],
  aliases: ["zizmor:artipacked"],
  since: "0.2.0",
  *checkWorkflow(file) {
    const scripts = scriptsOf(file);
    for (const placed of stepsOf(file)) {
      const { step } = placed;
      if (actionName(step.uses) !== "actions/checkout" || step.uses === undefined) continue;
      if (isOff(step) || usesToken(placed, scripts)) continue;
      const { start, end } = step.uses;
      const upload = placed.among.find((later) => later.index > step.index && uploadsAll(later));
      yield {
        problem: upload === undefined ? "persisted" : "uploaded",
        at: { start, end },
        ...(upload === undefined ? {} : { severity: "error", confidence: "high" }),
        data: { step: step.node },
      };
    }
  },
  message: ({ problem }) =>
    problem === "uploaded"
      ? "The token stays in .git/config, and a later step uploads the folder."
      : "The token stays in .git/config, where every later step can read it.",
  fix({ data: { step } }, file) {
    const edits = setValue(file.document.document, step, ["with", "persist-credentials"], false);
    return [{ title: "Leave no token behind", safety: "review", edits }];
  },
});

function isOff({ with: given }: WorkflowStep): boolean {
  const input = given.find(({ name }) => name.toLowerCase() === "persist-credentials");
  const text = asScalar(input?.value)?.text ?? "true";
  return text !== "true";
}

/** A later step pushes, or fetches more of a private repository, and so needs the token. */
function usesToken({ step, among }: PlacedStep, scripts: readonly StepScript[]): boolean {
  return scripts.some(
    (one) =>
      one.among === among &&
      one.step.index > step.index &&
      one.script.commands.some(
        ({ effective, words }) =>
          effective.name === "git" && words.some(({ literal }) => literal === "push" || literal === "fetch"),
      ),
  );
}

const WHOLE: ReadonlySet<string> = new Set([".", "./", "*", "**", "${{ github.workspace }}"]);

function uploadsAll(step: WorkflowStep): boolean {
  if (actionName(step.uses) !== "actions/upload-artifact") return false;
  const path = asScalar(step.with.find(({ name }) => name === "path")?.value)?.text ?? "";
  return path.split("\n").some((line) => WHOLE.has(line.trim()));
}
