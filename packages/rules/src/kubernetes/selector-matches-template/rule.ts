import { defineRule, selectorMatches, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { asMap, getNode, podTemplatePath, scalarText, setValues } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";
import { keySpan } from "../../shared-objects/spans.ts";
import { at, isObject, text } from "../../shared-objects/values.ts";

interface Data {
  readonly kind: string;
  readonly name: string;
  readonly wanted: Readonly<Record<string, string>>;
}

const KINDS = [
  "apps/Deployment",
  "apps/StatefulSet",
  "apps/DaemonSet",
  "apps/ReplicaSet",
  "argoproj.io/Rollout",
  "apps.openshift.io/DeploymentConfig",
  "/ReplicationController",
  "extensions/Deployment",
  "extensions/DaemonSet",
];

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/selector-matches-template",
  title: "The selector of a workload matches the labels of its pods",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM047"],
  aliases: [
    "kube-linter:mismatching-selector",
    "kube-score:deployment-pod-selector-labels-match-template-metadata-labels",
    "kube-score:statefulset-pod-selector-labels-match-template-metadata-labels",
  ],
  since: "0.1.0",
  kinds: KINDS,
  check,
  message: ({ data }) => `${data.kind} "${data.name}" selects labels that its own pods do not have.`,
  fix: ({ data }, resource) => {
    const template = podTemplatePath(resource.group, resource.kind) ?? [];
    const changes = Object.entries(data.wanted).map(([label, value]) => ({
      path: [...template, "metadata", "labels", label],
      value,
    }));
    return oneFix(
      "Give the pods the labels",
      "safe",
      setValues(resource.document.document, resource.node, changes),
    );
  },
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  const { kind, name, node } = resource;
  const isPlain = kind === "ReplicationController" || kind === "DeploymentConfig";
  const path = isPlain ? ["spec", "selector"] : ["spec", "selector", "matchLabels"];
  const wanted = texts(at(resource.value, ...path));
  const labels = texts(at(resource.value, "spec", "template", "metadata", "labels"));
  if (Object.keys(wanted).length === 0 || selectorMatches({ labels: wanted, expressions: [] }, labels))
    return;
  const template = asMap(getNode(node, ["spec", "template"]));
  if (template === undefined) return;
  const wrong = Object.keys(wanted).find((label) => labels[label] !== wanted[label]) ?? "";
  const value = getNode(node, [...path, wrong]);
  const span = scalarText(value) === undefined || value === undefined ? keySpan(node, path) : value;
  yield { problem: "mismatch", at: span, subject: path.join("."), data: { kind, name, wanted } };
}

function texts(value: unknown): Readonly<Record<string, string>> {
  const labels: Record<string, string> = Object.create(null);
  if (!isObject(value)) return labels;
  for (const [key, entry] of Object.entries(value)) labels[key] = text(entry) ?? "";
  return labels;
}
