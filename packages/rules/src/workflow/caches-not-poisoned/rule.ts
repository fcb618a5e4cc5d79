import { defineRule, type WorkflowFile, type WorkflowRule } from "@plimsoll/core";
import { asMap, asScalar, getEntry, type WorkflowStep } from "@plimsoll/syntax";
import { actionName } from "../../shared-workflow/action-names.ts";
import { stepsOf } from "../../shared-workflow/places.ts";

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/caches-not-poisoned",
  title: "What is released is built without caches of other runs",
  severity: "warning",
  confidence: "low",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["zizmor:cache-poisoning"],
  since: "0.2.0",
  *checkWorkflow(file) {
    const releases = isForReleases(file);
    const publishing = new Set(stepsOf(file).flatMap(({ step, among }) => (publishes(step) ? [among] : [])));
    for (const { step, among } of stepsOf(file)) {
      const name = actionName(step.uses);
      if (name === undefined || step.uses === undefined || !restores(step, name)) continue;
      if (!releases && !publishing.has(among)) continue;
      yield { problem: "restored", at: { start: step.uses.start, end: step.uses.end }, data: name };
    }
  },
  message: ({ data }) => `${data} restores what another run saved, and this run builds what is released.`,
});

/** Started by a release or by tags only. */
function isForReleases(file: WorkflowFile): boolean {
  if (file.kind !== "workflow") return false;
  const { triggers } = file.workflow;
  return triggers.some(({ event, node }) => {
    if (event === "release") return true;
    const map = asMap(node);
    if (event !== "push" || map === undefined) return false;
    return getEntry(map, "tags") !== undefined && getEntry(map, "branches") === undefined;
  });
}

const PUBLISHERS: ReadonlySet<string> = new Set([
  "azure/functions-action",
  "azure/webapps-deploy",
  "goreleaser/goreleaser-action",
  "ncipollo/release-action",
  "pypa/gh-action-pypi-publish",
  "rubygems/release-gem",
  "softprops/action-gh-release",
]);

function publishes({ uses }: WorkflowStep): boolean {
  return PUBLISHERS.has(actionName(uses) ?? "");
}

/** Actions that restore a cache, with the input that turns it on (`+`) or off (`-`); those without one always do. */
const CACHES: ReadonlyMap<string, string> = new Map([
  ["actions/cache", ""],
  ["actions/cache/restore", ""],
  ["actions/setup-go", "-cache"],
  ["actions/setup-java", "+cache"],
  ["actions/setup-node", "+cache"],
  ["actions/setup-python", "+cache"],
  ["astral-sh/setup-uv", "-enable-cache"],
  ["gradle/actions/setup-gradle", "-cache-disabled"],
  ["ruby/setup-ruby", "+bundler-cache"],
  ["swatinem/rust-cache", ""],
]);

function restores({ with: given }: WorkflowStep, name: string): boolean {
  const how = CACHES.get(name);
  if (how === undefined) return false;
  if (how === "") return true;
  const text = asScalar(given.find((one) => one.name === how.slice(1))?.value)?.text.trim();
  if (how === "-cache-disabled") return text !== "true";
  if (how.startsWith("-")) return text !== "false";
  return text !== undefined && text !== "" && text !== "false";
}
