import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { asScalar, type ShellCommand, type WorkflowVariable } from "@plimsoll/syntax";
import { actionName } from "../../shared-workflow/action-names.ts";
import { stepsOf } from "../../shared-workflow/places.ts";
import { scriptsOf } from "../../shared-workflow/scripts.ts";

/** Programs that publish to indexes which take the identity of a run in the place of a password. */
const PUBLISHERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["npm", ["publish"]],
  ["pnpm", ["publish"]],
  ["yarn", ["publish"]],
  ["twine", ["upload"]],
  ["poetry", ["publish"]],
  ["uv", ["publish"]],
  ["flit", ["publish"]],
  ["gem", ["push"]],
  ["cargo", ["publish"]],
  ["dart", ["publish"]],
]);

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/publishing-by-identity",
  title: "Packages are published by the identity of the run",
  severity: "info",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI007"],
  aliases: ["zizmor:use-trusted-publishing"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const { step } of stepsOf(file)) {
      if (actionName(step.uses) !== "pypa/gh-action-pypi-publish") continue;
      const password = step.with.find(
        ({ name, value }) => name === "password" && (asScalar(value)?.text ?? "") !== "",
      );
      if (password !== undefined)
        yield { problem: "password", at: password.key, data: "pypa/gh-action-pypi-publish" };
    }
    for (const { script, step } of scriptsOf(file)) {
      if (step.environment.some(isOfRun)) continue;
      for (const command of script.commands) {
        const what = publishes(command);
        if (what !== undefined) yield { problem: "password", at: what.at, data: what.text };
      }
    }
  },
  message: ({ data }) =>
    `${data} publishes with a password or token that lasts; the index can trust the identity of this run instead.`,
});

/** The token of the run ends with it. */
function isOfRun({ value }: WorkflowVariable): boolean {
  const text = asScalar(value)?.text.toLowerCase() ?? "";
  return text.includes("secrets.github_token") || text.includes("github.token");
}

function publishes({ effective, name, words }: ShellCommand) {
  const [first] = effective.words;
  const verbs = PUBLISHERS.get(effective.name ?? "");
  if (name === undefined || first === undefined || verbs?.includes(first.literal ?? "") !== true)
    return undefined;
  // A dry run publishes nothing, and a token of the run is an identity.
  if (words.some(({ literal }) => literal === "--dry-run" || literal === "--provenance")) return undefined;
  const at = { start: effective.nameWord?.start ?? name.start, end: first.end };
  return { at, text: `${effective.name ?? ""} ${first.literal ?? ""}` };
}
