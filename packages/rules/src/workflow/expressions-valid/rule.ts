import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { expressionFindings, type ExpressionFinding } from "../../shared-workflow-types/file-types.ts";

type Data = Pick<ExpressionFinding, "code" | "name" | "detail">;

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/expressions-valid",
  title: "Expressions can be read, and use what exists at their place",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["actionlint:expression"],
  since: "0.2.0",
  *checkWorkflow(file, context) {
    for (const { code, at, name, detail } of expressionFindings(file, context))
      yield { problem: code, at, data: { code, name, detail } };
  },
  message: ({ data }) => WORDS[data.code](data),
});

const WORDS: Readonly<Record<Data["code"], (data: Data) => string>> = {
  syntax: ({ detail }) => `The expression cannot be read: ${detail}`,
  unknownContext: ({ name, detail }) =>
    detail === ""
      ? `There is no context "${name}".`
      : `There is no context "${name}"; here are known ${detail}.`,
  contextNotAvailable: ({ name, detail }) =>
    detail === ""
      ? `The context "${name}" does not exist here; no context does.`
      : `The context "${name}" does not exist here; known are ${detail}.`,
  unknownFunction: ({ name }) => `There is no function "${name}".`,
  functionNotAvailable: ({ name }) => `The function ${name} cannot be called here.`,
  argumentCount: ({ name, detail }) => `The function ${name} takes ${detail} arguments.`,
  unknownProperty: ({ name, detail }) =>
    detail === "" ? `"${name}" does not exist here.` : `"${name}" does not exist here; known are ${detail}.`,
  wrongType: ({ name, detail }) => `"${name}" meets ${detail}.`,
  badFormat: ({ name, detail }) => `The text of ${name} ${detail}.`,
  badJson: ({ name }) => `The text of ${name} is no JSON.`,
  noText: ({ detail }) =>
    `The value is ${detail}, which says nothing as a text; use toJSON or a property of it.`,
  noObject: ({ detail }) => `The value is ${detail}, where an object belongs.`,
  wrongInput: ({ detail }) => `The default is ${detail}.`,
};
