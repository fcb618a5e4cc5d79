import { defineRule, type WorkflowFile, type WorkflowRule } from "@plimsoll/core";
import { asScalar, setValue, type WorkflowStep, type YamlMap } from "@plimsoll/syntax";
import { actionName } from "../../shared-workflow/action-names.ts";
import { stepsOf } from "../../shared-workflow/places.ts";
import { scriptsOf } from "../../shared-workflow/scripts.ts";

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
    const pushes = lastPushes(file);
    const uploads = new Map<readonly WorkflowStep[], number>();
    for (const { step, among } of stepsOf(file)) if (uploadsAll(step)) uploads.set(among, step.index);
    for (const { step, among } of stepsOf(file)) {
      if (actionName(step.uses) !== "actions/checkout" || step.uses === undefined || isOff(step)) continue;
      if ((pushes.get(among) ?? -1) > step.index) continue;
      const { start, end } = step.uses;
      const isUploaded = (uploads.get(among) ?? -1) > step.index;
      yield {
        problem: isUploaded ? "uploaded" : "persisted",
        at: { start, end },
        ...(isUploaded ? { severity: "error", confidence: "high" } : {}),
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

/** The last step of each job that pushes, or fetches more of a private repository, and so needs the token. */
function lastPushes(file: WorkflowFile): ReadonlyMap<readonly WorkflowStep[], number> {
  const last = new Map<readonly WorkflowStep[], number>();
  for (const { step, among, script } of scriptsOf(file)) {
    const needs = script.commands.some(
      ({ effective, words }) =>
        effective.name === "git" && words.some(({ literal }) => literal === "push" || literal === "fetch"),
    );
    if (needs) last.set(among, step.index);
  }
  return last;
}

const WHOLE: ReadonlySet<string> = new Set([".", "./", "*", "**", "${{ github.workspace }}"]);

function uploadsAll(step: WorkflowStep): boolean {
  if (actionName(step.uses) !== "actions/upload-artifact") return false;
  const path = asScalar(step.with.find(({ name }) => name === "path")?.value)?.text ?? "";
  return path.split("\n").some((line) => WHOLE.has(line.trim()));
}
