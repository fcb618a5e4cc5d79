import {
  defineRule,
  podsOf,
  selectorMatches,
  type Problem,
  type Resource,
  type ResourceRule,
} from "@plimsoll/core";
import { setValue } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";
import { REPLICATED } from "../../shared-objects/kinds.ts";
import { selectorOf, textMap } from "../../shared-objects/selectors.ts";
import { keySpan } from "../../shared-objects/spans.ts";
import { at, list } from "../../shared-objects/values.ts";

interface Data {
  readonly kind: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly path: readonly (string | number)[];
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/pod-anti-affinity-set",
  title: "Equal pods stay apart",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM046"],
  aliases: [
    "kube-linter:no-anti-affinity",
    "kube-score:deployment-has-host-podantiaffinity",
    "kube-score:statefulset-has-host-podantiaffinity",
    "kics:statefulset_has_no_pod_anti_affinity",
    "kics:deployment_has_no_pod_anti_affinity",
  ],
  since: "0.1.0",
  kinds: REPLICATED,
  check,
  message: ({ problem, data }) =>
    problem === "missing"
      ? `All pods of ${data.kind} "${data.name}" may land on one node.`
      : `The anti-affinity of ${data.kind} "${data.name}" does not match its own pods.`,
  fix: ({ problem, data }, { document, node }) => {
    if (problem !== "missing" || Object.keys(data.labels).length === 0) return [];
    const podAffinityTerm = {
      topologyKey: "kubernetes.io/hostname",
      labelSelector: { matchLabels: data.labels },
    };
    const path = [
      ...data.path,
      "affinity",
      "podAntiAffinity",
      "preferredDuringSchedulingIgnoredDuringExecution",
    ];
    return oneFix(
      "Prefer different nodes",
      "review",
      setValue(document.document, node, path, [{ weight: 100n, podAffinityTerm }]),
    );
  },
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  const replicas = at(resource.value, "spec", "replicas");
  if (typeof replicas === "bigint" && replicas <= 1n) return;
  for (const { spec, path } of podsOf(resource)) {
    const pod = at(resource.value, ...path.map(String));
    if (list(at(pod, "topologySpreadConstraints")).length > 0) continue;
    const rules = at(pod, "affinity", "podAntiAffinity");
    const terms = termsOf(rules);
    const labels = textMap(at(resource.value, "spec", "template", "metadata", "labels"));
    const { kind, name } = resource;
    if (
      terms.some(
        (term) => isOwn(term, resource) && selectorMatches(selectorOf(at(term, "labelSelector")), labels),
      )
    )
      continue;
    const data = { kind, name, labels, path };
    if (terms.length === 0)
      yield {
        problem: "missing",
        at: keySpan(resource.node, [...path, "affinity"]),
        subject: "affinity",
        data,
      };
    else yield { problem: "mismatch", at: keySpan(spec, firstSelector(rules)), subject: "affinity", data };
  }
}

/** A term that lists namespaces looks only at these. */
function isOwn(term: unknown, { namespace }: Resource): boolean {
  const namespaces = list(at(term, "namespaces"));
  return (
    namespaces.length === 0 ||
    namespaces.includes(namespace ?? "default") ||
    at(term, "namespaceSelector") !== undefined
  );
}

function firstSelector(rules: unknown): readonly (string | number)[] {
  const isRequired = list(at(rules, "requiredDuringSchedulingIgnoredDuringExecution")).length > 0;
  const term = isRequired
    ? ["requiredDuringSchedulingIgnoredDuringExecution", 0]
    : ["preferredDuringSchedulingIgnoredDuringExecution", 0, "podAffinityTerm"];
  return ["affinity", "podAntiAffinity", ...term, "labelSelector", "matchLabels"];
}

function termsOf(rules: unknown): readonly unknown[] {
  const preferred = list(at(rules, "preferredDuringSchedulingIgnoredDuringExecution"));
  return [
    ...list(at(rules, "requiredDuringSchedulingIgnoredDuringExecution")),
    ...preferred.map((term) => at(term, "podAffinityTerm")),
  ];
}
