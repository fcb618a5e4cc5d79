import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { getNode } from "@plimsoll/syntax";
import { lifecycleOf, type ApiLifecycle } from "../../shared-apis/api-lifecycle.ts";
import { replaceVersion } from "../../shared-apis/replace-version.ts";

interface Data {
  readonly lifecycle: ApiLifecycle;
  readonly kind: string;
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/api-version-not-deprecated",
  title: "Manifests use API versions that stay",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM036"],
  aliases: [],
  since: "0.1.0",
  check,
  message: ({ data: { lifecycle, kind } }) => {
    const { apiVersion, removed, replacement } = lifecycle;
    const instead = replacement === undefined ? "nothing takes its place" : `use ${replacement}`;
    return `${kind} in ${apiVersion} is deprecated and goes in Kubernetes 1.${removed}; ${instead}.`;
  },
  fix: (_problem, resource, context) => replaceVersion(resource, context),
});

function* check(resource: Resource, { kubernetesMinor }: RuleContext): Iterable<Problem<Data>> {
  const { apiVersion, kind, node } = resource;
  const lifecycle = lifecycleOf(apiVersion, kind);
  const place = getNode(node, ["apiVersion"]);
  if (lifecycle === undefined || place === undefined) return;
  if (kubernetesMinor < lifecycle.deprecated || kubernetesMinor >= lifecycle.removed) return;
  yield { problem: "deprecated", at: place, subject: "apiVersion", data: { lifecycle, kind } };
}
