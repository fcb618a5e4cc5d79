import { defineRule, type WorkflowFile, type WorkflowRule } from "@plimsoll/core";
import { asMap, asScalar, getEntry, type WorkflowContainer, type YamlScalar } from "@plimsoll/syntax";
import { isSecretName } from "../../shared-secrets/secret-names.ts";
import { isSecretValue, knownSecrets } from "../../shared-secrets/secret-values.ts";
import { jobsOf, stepsOf } from "../../shared-workflow/places.ts";
import { allVariables } from "../../shared-workflow/variables.ts";

const OF_CONTAINERS = ["actionlint:credentials", "zizmor:hardcoded-container-credentials"];

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/no-secrets-in-workflow",
  title: "No password or token stands in a workflow",
  severity: "error",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI007"],
  aliases: OF_CONTAINERS,
  narrows: true,
  since: "0.2.0",
  *checkWorkflow(file) {
    yield* passwords(file);
    yield* values(file);
    for (const { step } of stepsOf(file)) {
      if (step.run === undefined) continue;
      const { start, end } = step.run;
      for (const known of knownSecrets(file.document.document.text.slice(start, end))) {
        const at = { start: start + known.start, end: start + known.end };
        yield { problem: "secret", at, subject: "run", aliases: [], confidence: "high", data: known.kind };
      }
    }
  },
  message: ({ problem, data }) =>
    problem === "password"
      ? "The password of a registry stands in the file."
      : `The value of "${data}" is a secret, and it stands in the file.`,
});

function* passwords(file: WorkflowFile) {
  for (const { container, services } of jobsOf(file)) {
    for (const one of [...(container === undefined ? [] : [container]), ...services]) {
      const password = passwordOf(one);
      if (password === undefined) continue;
      const confidence = "high" as const;
      yield { problem: "password", at: place(password), subject: "password", confidence, data: "password" };
    }
  }
}

/** Of variables and inputs: by the name, or by the form of the value. */
function* values(file: WorkflowFile) {
  const given = stepsOf(file).flatMap(({ step }) => step.with);
  for (const { name, value } of [...allVariables(file), ...given]) {
    const scalar = asScalar(value);
    if (scalar === undefined || scalar.text.includes("${{")) continue;
    const isKnown = knownSecrets(scalar.text).length > 0;
    if (!isKnown && !(isSecretName(name) && isSecretValue(scalar.text))) continue;
    const confidence = isKnown ? ("high" as const) : ("medium" as const);
    yield { problem: "secret", at: place(scalar), subject: name, aliases: [], confidence, data: name };
  }
}

function place({ start, end }: YamlScalar): { readonly start: number; readonly end: number } {
  return { start, end };
}

/** A password that is written out. */
function passwordOf({ node }: WorkflowContainer): YamlScalar | undefined {
  const map = asMap(node);
  const credentials = map === undefined ? undefined : asMap(getEntry(map, "credentials")?.value);
  const scalar = credentials === undefined ? undefined : asScalar(getEntry(credentials, "password")?.value);
  return scalar === undefined || scalar.text === "" || scalar.text.includes("${{") ? undefined : scalar;
}
