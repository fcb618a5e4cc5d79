import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { asMap, asSequence, getNode, scalarText, type YamlNode } from "@plimsoll/syntax";
import { keySpan } from "../../shared-objects/spans.ts";

/** Names under which an encryption configuration speaks about secrets. */
const NAMES: ReadonlySet<string> = new Set(["secrets", "*.", "*.*"]);

function speaksOfSecrets(entry: YamlNode): boolean {
  const names = asSequence(getNode(entry, ["resources"]))?.items ?? [];
  return names.some((name) => NAMES.has(scalarText(name) ?? ""));
}

function* check({ node }: Resource): Iterable<Problem> {
  const entries = asSequence(getNode(node, ["resources"]))?.items ?? [];
  const entry = entries.find(speaksOfSecrets);
  if (entry === undefined) {
    yield {
      problem: "secretsLeftOut",
      at: keySpan(node, ["resources"]),
      subject: "secrets",
      data: undefined,
    };
    return;
  }
  // The first provider writes; the others only read what is there already.
  const first = asMap(asSequence(getNode(entry, ["providers"]))?.items[0])?.entries[0];
  if (first === undefined) {
    yield { problem: "noProvider", at: keySpan(entry, ["providers"]), subject: "providers", data: undefined };
  } else if (scalarText(first.key) === "identity") {
    yield { problem: "identityFirst", at: first.key, subject: "identity", data: undefined };
  }
}

export const rule: ResourceRule = defineRule({
  id: "kubernetes/secrets-encrypted-at-rest",
  title: "The encryption configuration encrypts secrets",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:1.2.28", "nist-800-53r5:sc-28"],
  aliases: ["kubescape:C-0142", "kics:encryption_provider_not_properly_configured"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  kinds: ["apiserver.config.k8s.io/EncryptionConfiguration", "EncryptionConfig"],
  check,
  message({ problem }) {
    if (problem === "identityFirst") return "Provider identity comes first: secrets are stored as they are.";
    if (problem === "noProvider") return "Secrets have no provider: they are stored as they are.";
    return "Encryption configuration leaves secrets out: they are stored as they are.";
  },
});
