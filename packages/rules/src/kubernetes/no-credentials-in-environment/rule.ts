import {
  defineRule,
  partsOf,
  podsOf,
  type Part,
  type Problem,
  type Resource,
  type ResourceRule,
} from "@plimsoll/core";
import { namesSecret } from "../../shared-credentials/secret-names.ts";
import { isPlaceholder, isWrittenOut, knownCredential } from "../../shared-credentials/secret-values.ts";
import { valueSpan } from "../../shared-objects/spans.ts";
import { at, list, text } from "../../shared-objects/values.ts";

interface Data {
  readonly container: string;
  readonly what: string;
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/no-credentials-in-environment",
  title: "No credential is written into the environment or arguments of a container",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM022"],
  aliases: [
    "kubescape:C-0259",
    "polaris:sensitiveContainerEnvVar",
    "kube-linter:env-var-secret",
    "kubescape:C-0012",
  ],
  since: "0.1.0",
  check,
  message: ({ problem, data }) =>
    problem === "variable"
      ? `Variable "${data.what}" of container "${data.container}" has its credential written out.`
      : `Container "${data.container}" has ${data.what} written into its ${problem === "argument" ? "arguments" : "environment"}.`,
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  for (const part of partsOf(resource, "containers", podsOf(resource))) {
    const container = text(at(part.value, "name")) ?? "";
    yield* inVariables(part, container);
    for (const field of ["command", "args"]) yield* inArguments(part, field, container);
  }
}

function* inVariables(part: Part, container: string): Iterable<Problem<Data>> {
  for (const [index, variable] of list(at(part.value, "env")).entries()) {
    const name = text(at(variable, "name")) ?? "";
    const value = text(at(variable, "value")) ?? "";
    const known = knownCredential(value);
    const isNamed = namesSecret(name) && isWrittenOut(name, value);
    if (known === undefined && !isNamed) continue;
    const span = valueSpan(part.node, ["env", index, isNamed ? "name" : "value"]);
    const data = { container, what: isNamed ? name : (known ?? name) };
    yield { problem: isNamed ? "variable" : "value", at: span, subject: `${container}.env.${name}`, data };
  }
}

/** `--password=x`, `--password x` is left: what the next argument means is the program's to say. */
function* inArguments(part: Part, field: string, container: string): Iterable<Problem<Data>> {
  for (const [index, value] of list(at(part.value, field)).entries()) {
    const argument = text(value) ?? "";
    const equals = argument.indexOf("=");
    const flag = argument.startsWith("-") && equals > 0 ? argument.slice(0, equals) : "";
    const isNamed = namesSecret(flag) && isWrittenOut(flag, argument.slice(equals + 1));
    const known = isPlaceholder(argument) ? undefined : knownCredential(argument);
    if (!isNamed && known === undefined) continue;
    const span = valueSpan(part.node, [field, index]);
    const what = isNamed ? `the credential of ${flag}` : (known ?? "");
    yield {
      problem: "argument",
      at: span,
      subject: `${container}.${field}.${index}`,
      data: { container, what },
    };
  }
}
