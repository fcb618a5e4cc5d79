import { defineRule, type Problem, type WorkflowFile, type WorkflowRule } from "@plimsoll/core";
import type { ShellCommand, Span } from "@plimsoll/syntax";
import { actionName } from "../../shared-workflow/action-names.ts";
import { stepsOf, type PlacedStep } from "../../shared-workflow/places.ts";
import { scriptsOf } from "../../shared-workflow/scripts.ts";
import { deploys, isThrowAway, startsCluster } from "../../shared-gitops/push-commands.ts";

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/deploys-by-reconciler",
  title: "Pipelines do not push to clusters",
  severity: "warning",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["GO002"],
  aliases: [],
  since: "0.2.0",
  checkWorkflow,
  message: ({ problem, data }) =>
    problem === "credential"
      ? `Secret "${data}" gives the pipeline the rights of the cluster: let a reconciler in the cluster pull instead.`
      : `"${data}" pushes to the cluster: change what a reconciler pulls, and let it apply.`,
});

/** Actions that change a cluster. */
const ACTIONS: ReadonlySet<string | undefined> = new Set([
  "azure/k8s-deploy",
  "azure/k8s-create-secret",
  "deliverybot/helm",
  "bitovi/github-actions-deploy-helm",
  "actions-hub/kubectl",
  "steebchen/kubectl",
  "koslib/helm-eks-action",
  "google-github-actions/deploy-gke",
]);

function* checkWorkflow(file: WorkflowFile): Iterable<Problem<string>> {
  const scripts = scriptsOf(file);
  const throwAway = new Set(
    [
      ...stepsOf(file).filter(({ step }) => isThrowAway(actionName(step.uses))),
      ...scripts.filter(({ script }) =>
        script.commands.some(({ effective }) => startsCluster(wordsOf(effective))),
      ),
    ].map(({ among }) => among),
  );
  for (const placed of stepsOf(file)) {
    if (throwAway.has(placed.among)) continue;
    yield* ofStep(placed);
  }
  for (const { among, script } of scripts) {
    if (throwAway.has(among)) continue;
    for (const { effective } of script.commands) {
      const words = wordsOf(effective);
      const length = deploys(words);
      if (length === 0) continue;
      const at = spanOf(effective, length);
      if (at !== undefined) yield { problem: "push", at, data: words.slice(0, length).join(" ") };
    }
  }
}

function* ofStep({ step }: PlacedStep): Iterable<Problem<string>> {
  const name = actionName(step.uses);
  if (step.uses !== undefined && ACTIONS.has(name))
    yield { problem: "push", at: step.uses, data: name ?? "" };
  for (const { key, value } of [...step.with, ...step.environment]) {
    const secret = value.kind === "scalar" ? kubeconfigSecret(value.text) : undefined;
    if (secret !== undefined) yield { problem: "credential", at: key, data: secret };
  }
}

type Effective = ShellCommand["effective"];

/** The program and its words; one that is not literal is empty. */
function wordsOf({ name, words }: Effective): readonly string[] {
  return [name ?? "", ...words.map(({ literal }) => literal ?? "")];
}

/** From the program to the word that says what it does. */
function spanOf({ nameWord, words }: Effective, length: number): Span | undefined {
  if (nameWord === undefined) return undefined;
  return { start: nameWord.start, end: (words[length - 2] ?? nameWord).end };
}

/** The name of a secret that holds the access to a cluster. */
function kubeconfigSecret(text: string): string | undefined {
  const at = text.indexOf("secrets.");
  if (at < 0) return undefined;
  const [name = ""] = text.slice(at + "secrets.".length, at + MAXIMUM_NAME).split(/[^A-Za-z0-9_]/, 1);
  const plain = name.toUpperCase().replaceAll("_", "");
  return plain.includes("KUBECONFIG") || plain.includes("KUBETOKEN") ? name : undefined;
}

/** Longest name of a secret that is read. */
const MAXIMUM_NAME = 200;
