import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { getNode, type YamlNode } from "@plimsoll/syntax";
import { AUDITED_REQUESTS, decidingRule, misplacedName } from "../../shared-control-plane/audit-policy.ts";
import { keySpan, valueSpan } from "../../shared-objects/spans.ts";
import { at, list } from "../../shared-objects/values.ts";

interface Data {
  readonly resources: readonly string[];
  /** The group that a misplaced resource is of. */
  readonly group: string;
}

function* check({ node, value }: Resource): Iterable<Problem<Data>> {
  const rules = list(at(value, "rules"));
  const lost: string[] = [];
  const opened = new Map<number, string[]>();
  for (const request of AUDITED_REQUESTS) {
    const { resource, group } = request;
    const index = decidingRule(rules, request);
    const level = index === undefined ? "None" : at(rules[index], "level");
    const path = index === undefined ? misplacedName(rules, request) : undefined;
    const name = path === undefined ? undefined : getNode(node, path);
    if (name !== undefined) {
      yield { problem: "wrongGroup", at: name, subject: resource, data: { resources: [resource], group } };
    } else if (index === undefined || level === "None") lost.push(resource);
    else if (request.isSecret && level !== "Metadata")
      opened.set(index, [...(opened.get(index) ?? []), resource]);
  }
  yield* summaries(node, lost, opened);
}

function* summaries(
  node: YamlNode,
  lost: readonly string[],
  opened: ReadonlyMap<number, readonly string[]>,
): Iterable<Problem<Data>> {
  if (lost.length > 0) {
    const field = getNode(node, ["rules"]) === undefined ? "kind" : "rules";
    const data = { resources: lost, group: "" };
    yield { problem: "notRecorded", at: keySpan(node, [field]), subject: lost.join(" "), data };
  }
  for (const [index, resources] of opened) {
    const place = valueSpan(node, ["rules", index, "level"]);
    yield {
      problem: "bodiesRecorded",
      at: place,
      subject: resources.join(" "),
      data: { resources, group: "" },
    };
  }
}

export const rule: ResourceRule<Data> = defineRule({
  id: "kubernetes/audit-policy-covers-security-events",
  title: "The audit policy records what matters for security, without its secrets",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["k8s-stig:V-242403", "cis-k8s:3.2.2", "nist-800-53r5:au-2", "nist-800-53r5:au-12"],
  aliases: ["kubescape:C-0161", "kics:audit_policy_not_cover_key_security_concerns"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  kinds: ["audit.k8s.io/Policy"],
  check,
  message({ problem, data: { resources, group } }) {
    const names = resources.join(", ");
    if (problem === "wrongGroup")
      return `Audit rule for ${names} fits nothing: ${names} are of the group ${group}.`;
    return problem === "notRecorded"
      ? `Audit policy does not record everybody's requests on ${names}.`
      : `Audit policy writes the bodies of requests on ${names} into the log: level Metadata is enough.`;
  },
});
