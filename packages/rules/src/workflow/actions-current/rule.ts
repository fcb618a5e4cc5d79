import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { renameKey, type Span, type WorkflowStep, type YamlMap } from "@plimsoll/syntax";
import { actionName } from "../../shared-workflow/action-names.ts";
import { knownAction, type KnownAction } from "../../shared-workflow/action-table.ts";
import { stepsOf } from "../../shared-workflow/places.ts";

interface Data {
  readonly action: string;
  readonly name: string;
  readonly instead: string;
  readonly step: YamlMap;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/actions-current",
  title: "Actions are of a version that runners still start",
  severity: "warning",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI012"],
  aliases: ["actionlint:action"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const { step } of stepsOf(file)) {
      const action = actionName(step.uses);
      const known = action === undefined ? undefined : knownAction(action);
      if (action === undefined || known === undefined) continue;
      yield* tooOld(step, action, known);
      for (const { name, key } of step.with) {
        const renamed = known.renamed ?? {};
        const instead = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
        if (instead === undefined) continue;
        yield { problem: "oldInput", at: place(key), data: { action, name, instead, step: step.node } };
      }
    }
  },
  message: ({ problem, data: { action, name, instead } }) =>
    problem === "tooOld"
      ? `${action} at ${name} is for a Node that runners give up; the oldest version to use is ${instead}.`
      : `${action} gave the input "${name}" up for "${instead}".`,
  fix({ problem, data: { name, instead, step } }, file) {
    if (problem !== "oldInput" || instead.replaceAll("-", "_") !== name) return [];
    const edits = renameKey(file.document.document, step, ["with", name], instead);
    return [{ title: `Rename the input to ${instead}`, safety: "review", edits }];
  },
});

function* tooOld({ uses, node }: WorkflowStep, action: string, { oldest }: KnownAction) {
  if (uses?.kind !== "repository" || oldest === undefined) return;
  const major = majorOf(uses.ref);
  if (major === undefined || major >= oldest) return;
  yield {
    problem: "tooOld",
    at: uses.refSpan,
    data: { action, name: uses.ref, instead: `v${oldest}`, step: node },
  };
}

function place({ start, end }: Span): Span {
  return { start, end };
}

/** The first number of a version's tag: 3 of `v3`, `v3.1.0` or `3`. */
function majorOf(ref: string): number | undefined {
  const digits = /^v?(\d{1,4})(?:\.|$)/.exec(ref)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
