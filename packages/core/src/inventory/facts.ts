import { asSequence, getNode, scalarText, type YamlNode } from "@plimsoll/syntax";
import { podsOf } from "../engine/parts.ts";
import { valueAt } from "../engine/object-value.ts";
import type { Resource } from "../rule/rule.ts";
import { gitOpsFacts } from "./gitops-facts.ts";
import { enrolmentFacts, meshFacts } from "./mesh-facts.ts";
import { at, isEmpty, list } from "./plain-value.ts";

/**
 * Small truths about an object that rules over the workspace ask for:
 * - NetworkPolicy: `isolates-ingress`, `isolates-egress` (it governs this direction), `denies-ingress`, `denies-egress` (it governs
 *   it for every pod of the namespace and allows nothing);
 * - Role, ClusterRole: `grants-everything` (every verb on every resource of every group);
 * - policies of admission: `verifies-images`;
 * - workloads: `mounts-token` (the pod itself asks for its service account's token), `client-authority:FILE` and
 *   `etcd-authority:FILE` (the API server or etcd that it runs trusts clients that this file vouches for);
 * - what meshes and reconcilers go by: see `mesh-facts.ts` and `gitops-facts.ts`.
 */
export function factsOf(resource: Resource): readonly string[] {
  const pods = podsOf(resource);
  if (pods.length > 0) {
    const facts = pods.flatMap(({ spec, path }) => [
      ...podFacts(spec),
      ...enrolmentFacts(valueAt(resource.value, [...path.slice(0, -1), "metadata"])),
    ]);
    return [...new Set([...facts, ...gitOpsFacts(resource)])];
  }
  if (resource.kind === "Namespace") return enrolmentFacts(at(resource.value, ["metadata"]));
  if (resource.kind === "NetworkPolicy") return networkFacts(at(resource.value, ["spec"]));
  if (resource.kind === "Role" || resource.kind === "ClusterRole") {
    return list(at(resource.value, ["rules"])).some(isEverything) ? ["grants-everything"] : [];
  }
  if (verifiesImages(resource)) return ["verifies-images"];
  return [...meshFacts(resource), ...gitOpsFacts(resource)];
}

/** Flags by which a part of the control plane trusts clients, and what they are known as. */
const AUTHORITIES: ReadonlyMap<string, string> = new Map([
  ["--client-ca-file", "client-authority"],
  ["--trusted-ca-file", "etcd-authority"],
]);

function podFacts(spec: YamlNode): string[] {
  const facts =
    scalarText(getNode(spec, ["automountServiceAccountToken"])) === "true" ? ["mounts-token"] : [];
  for (const container of asSequence(getNode(spec, ["containers"]))?.items ?? []) {
    for (const field of ["command", "args"]) facts.push(...authorityFacts(getNode(container, [field])));
  }
  return facts;
}

function authorityFacts(words: YamlNode | undefined): string[] {
  return (asSequence(words)?.items ?? []).flatMap((word) => {
    const [flag = "", file] = (scalarText(word) ?? "").split("=", 2);
    const fact = AUTHORITIES.get(flag);
    return fact === undefined || file === undefined ? [] : [`${fact}:${file}`];
  });
}

function networkFacts(spec: unknown): string[] {
  const selector = at(spec, ["podSelector"]);
  const everyPod = selector === undefined || isEmpty(selector);
  const facts: string[] = [];
  for (const direction of ["ingress", "egress"]) {
    if (!governs(spec, direction)) continue;
    facts.push(`isolates-${direction}`);
    if (everyPod && list(at(spec, [direction])).length === 0) facts.push(`denies-${direction}`);
  }
  return facts;
}

/** `policyTypes` says which directions a policy governs; without it ingress always and egress where it has such rules. */
function governs(spec: unknown, direction: string): boolean {
  const types = at(spec, ["policyTypes"]);
  if (!Array.isArray(types)) return direction === "ingress" || list(at(spec, ["egress"])).length > 0;
  return types.some((type) => String(type).toLowerCase() === direction);
}

const ALL_VERBS = ["get", "list", "watch", "create", "update", "patch", "delete"];

function isEverything(rule: unknown): boolean {
  const verbs = list(at(rule, ["verbs"]));
  const everyVerb = verbs.includes("*") || ALL_VERBS.every((verb) => verbs.includes(verb));
  return (
    everyVerb && list(at(rule, ["apiGroups"])).includes("*") && list(at(rule, ["resources"])).includes("*")
  );
}

const VERIFYING_KINDS: ReadonlySet<string> = new Set([
  "policies.kyverno.io/ImageValidatingPolicy",
  "policies.kyverno.io/NamespacedImageValidatingPolicy",
  "policy.sigstore.dev/ClusterImagePolicy",
  "config.ratify.deislabs.io/Verifier",
  "config.ratify.deislabs.io/NamespacedVerifier",
]);

function verifiesImages({ group, kind, value }: Resource): boolean {
  if (VERIFYING_KINDS.has(`${group}/${kind}`)) return true;
  if (group !== "kyverno.io" || (kind !== "ClusterPolicy" && kind !== "Policy")) return false;
  return list(at(value, ["spec", "rules"])).some((rule) => list(at(rule, ["verifyImages"])).length > 0);
}
