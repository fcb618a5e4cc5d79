import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { apiGroupFor } from "@plimsoll/model/api-groups";
import { getNode } from "@plimsoll/syntax";
import { lifecycleOf } from "../../shared-apis/api-lifecycle.ts";

export const rule: ResourceRule<string> = defineRule<string>({
  id: "kubernetes/api-version-not-alpha",
  title: "Manifests use no alpha API of Kubernetes",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM036"],
  aliases: [],
  since: "0.1.0",
  check,
  message: ({ data }) =>
    `${data} is an alpha API: clusters do not serve it unless told to, and it may change or go with any release.`,
});

function* check(resource: Resource): Iterable<Problem<string>> {
  const { apiVersion, group, version, kind, node } = resource;
  const place = getNode(node, ["apiVersion"]);
  if (place === undefined || !version.includes("alpha") || apiGroupFor(group)?.class !== "k8s-core") return;
  if (lifecycleOf(apiVersion, kind)?.replacement !== undefined) return;
  yield { problem: "alpha", at: place, subject: "apiVersion", data: `${apiVersion} ${kind}` };
}
