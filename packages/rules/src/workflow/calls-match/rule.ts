import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { callProblems, type CallProblem } from "../../shared-workflow/call-problems.ts";

type Data = Pick<CallProblem, "code" | "name" | "detail">;

const BY_JOBS: ReadonlySet<Data["code"]> = new Set([
  "workflowName",
  "unknownSecret",
  "missingSecret",
  "noCall",
]);

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/calls-match",
  title: "Actions and workflows are called by names and with inputs that they have",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["actionlint:workflow-call", "actionlint:action"],
  since: "0.2.0",
  *checkWorkflow(file, context) {
    for (const { code, at, name, detail, ofJob } of callProblems(file, context)) {
      const alias = ofJob || BY_JOBS.has(code) ? "actionlint:workflow-call" : "actionlint:action";
      yield { problem: code, at, aliases: [alias], data: { code, name, detail } };
    }
  },
  message: ({ data }) => WORDS[data.code](data),
});

const WORDS: Readonly<Record<Data["code"], (data: Data) => string>> = {
  workflowName: ({ name }) =>
    `"${name}" names no workflow: neither a file of this repository by ./ without @, nor owner/repository/path@ref.`,
  actionName: ({ name }) =>
    `"${name}" names no action: neither a folder by ./, nor an image by docker://, nor owner/repository@ref.`,
  noFile: ({ name }) => `The repository has no ${name}.`,
  noCall: ({ name }) => `${name} has no workflow_call, so it cannot be called.`,
  unknownInput: ({ name, detail }) =>
    detail === ""
      ? `The input "${name}" is none: there are none.`
      : `There is no input "${name}"; there are ${detail}.`,
  missingInput: ({ name, detail }) => `The input "${name}", which ${detail} requires, is not given.`,
  wrongInput: ({ name, detail }) => `The input "${name}" is ${detail}.`,
  unknownSecret: ({ name, detail }) =>
    detail === ""
      ? `The secret "${name}" is none: there are none.`
      : `There is no secret "${name}"; there are ${detail}.`,
  missingSecret: ({ name, detail }) => `The secret "${name}", which ${detail} requires, is not handed over.`,
  imageInput: ({ name }) => `The input "${name}" is for images only, which this action is none of.`,
};
