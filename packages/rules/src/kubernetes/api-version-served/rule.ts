import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { getNode } from "@plimsoll/syntax";
import { lifecycleOf, type ApiLifecycle } from "../../shared-apis/api-lifecycle.ts";
import { replaceVersion } from "../../shared-apis/replace-version.ts";

interface Data {
  readonly lifecycle: ApiLifecycle;
  readonly kind: string;
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/api-version-served",
  title: "The cluster serves the API versions that manifests use",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM036"],
  aliases: [
    "trivy:KSV-0107",
    "kube-score:stable-version",
    "kube-linter:no-extensions-v1beta",
    "gatekeeper:verifydeprecatedapi",
    "kics:object_is_using_a_deprecated_api_version",
  ],
  since: "0.1.0",
  check,
  message: ({ data: { lifecycle, kind } }) => {
    const { apiVersion, removed, replacement } = lifecycle;
    const instead = replacement === undefined ? "nothing takes its place" : `use ${replacement}`;
    return `Kubernetes 1.${removed} and later do not serve ${kind} in ${apiVersion}; ${instead}.`;
  },
  fix: (_problem, resource, context) => replaceVersion(resource, context),
});

function* check(resource: Resource, context: RuleContext): Iterable<Problem<Data>> {
  const { apiVersion, kind, node } = resource;
  const lifecycle = lifecycleOf(apiVersion, kind);
  const place = getNode(node, ["apiVersion"]);
  if (lifecycle === undefined || place === undefined || context.kubernetesMinor < lifecycle.removed) return;
  yield { problem: "removed", at: place, subject: "apiVersion", data: { lifecycle, kind } };
}
