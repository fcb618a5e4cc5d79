import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { getNode, type YamlPath } from "@plimsoll/syntax";
import { shortSpan } from "../../shared-objects/spans.ts";
import { at, isObject, list, text } from "../../shared-objects/values.ts";

interface Data {
  readonly name: string;
  readonly direction: string;
}

const WORDS: Readonly<Record<string, string>> = {
  everything: "everything",
  anyPeer: "everyone",
  anyAddress: "every address",
  anyNamespace: "every pod of every namespace",
};

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/network-policy-narrow",
  title: "Network policies allow named peers and ports",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM030"],
  aliases: ["kubescape:C-0049"],
  since: "0.1.0",
  kinds: ["networking.k8s.io/NetworkPolicy"],
  check,
  message: ({ problem, data }) =>
    `The ${data.direction} of NetworkPolicy "${data.name}" allows ${WORDS[problem] ?? "too much"}.`,
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  for (const [direction, key] of [
    ["ingress", "from"],
    ["egress", "to"],
  ] as const) {
    const rules = list(at(resource.value, "spec", direction));
    for (const [index, rule_] of rules.entries()) {
      for (const { problem, path } of problemsOf(rule_, key)) {
        const whole: YamlPath = ["spec", direction, index, ...path];
        const node = getNode(resource.node, whole);
        if (node === undefined) continue;
        yield {
          problem,
          at: shortSpan(node),
          subject: whole.join("."),
          data: { name: resource.name, direction },
        };
      }
    }
  }
}

interface Broad {
  readonly problem: string;
  readonly path: YamlPath;
}

function* problemsOf(rule_: unknown, key: "from" | "to"): Iterable<Broad> {
  const peers = list(at(rule_, key));
  const hasPorts = list(at(rule_, "ports")).length > 0;
  if (peers.length === 0) {
    yield { problem: hasPorts ? "anyPeer" : "everything", path: [] };
    return;
  }
  for (const [index, peer] of peers.entries()) {
    const cidr = text(at(peer, "ipBlock", "cidr"));
    const isWhole = cidr === "0.0.0.0/0" || cidr === "::/0";
    if (isWhole && list(at(peer, "ipBlock", "except")).length === 0)
      yield { problem: "anyAddress", path: [key, index, "ipBlock", "cidr"] };
    const namespaces = at(peer, "namespaceSelector");
    const isAny =
      isObject(namespaces) && Object.keys(namespaces).length === 0 && at(peer, "podSelector") === undefined;
    if (isAny) yield { problem: "anyNamespace", path: [key, index, "namespaceSelector"] };
  }
}
