import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { asMap, getNode, removeAt, scalarText } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";

interface Data {
  readonly key: string;
  readonly name: string;
}

const PREFIX = "nginx.ingress.kubernetes.io/";

/** Annotations whose value the controller writes into its configuration. */
const WRITTEN: ReadonlySet<string> = new Set([
  "auth-url",
  "auth-signin",
  "auth-tls-match-cn",
  "mirror-target",
  "mirror-host",
  "rewrite-target",
]);

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/ingress-without-snippets",
  title: "No Ingress writes into the configuration of its controller",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: [
    "checkov:CKV_K8S_152",
    "checkov:CKV_K8S_153",
    "checkov:CKV_K8S_154",
    "trivy:KCV-0093",
    "kubescape:C-0059",
  ],
  since: "0.1.0",
  kinds: ["Ingress"],
  check,
  message: ({ problem, data }) =>
    problem === "snippet"
      ? `Ingress "${data.name}" puts its own text into the configuration of its controller by ${data.key}.`
      : `Ingress "${data.name}" has a value in ${data.key} that may break out of the controller's configuration.`,
  fix: ({ data }, { document, node }) =>
    oneFix(
      "Remove the annotation",
      "review",
      removeAt(document.document, node, ["metadata", "annotations", PREFIX + data.key]),
    ),
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  const { name } = resource;
  for (const entry of asMap(getNode(resource.node, ["metadata", "annotations"]))?.entries ?? []) {
    const whole = scalarText(entry.key) ?? "";
    if (!whole.startsWith(PREFIX)) continue;
    const key = whole.slice(PREFIX.length);
    const value = scalarText(entry.value) ?? "";
    if (key.endsWith("-snippet") || key.endsWith("-snippets"))
      yield { problem: "snippet", at: entry.key, data: { key, name } };
    else if (WRITTEN.has(key) && breaksOut(value, key))
      yield { problem: "injection", at: entry.key, data: { key, name } };
  }
}

/** Characters that end a directive, open a block or start a comment in the controller's configuration. */
function breaksOut(value: string, key: string): boolean {
  if (/[;{}\n\r"'`]/.test(value)) return true;
  return key !== "rewrite-target" && value.includes("|");
}
