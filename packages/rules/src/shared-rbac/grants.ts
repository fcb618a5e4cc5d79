import type { Candidate, CelCheck, Inventory } from "@plimsoll/core";
import { removeGrant } from "./remove-grant.ts";

/** Kinds that hold grants. */
export const ROLE_KINDS: readonly string[] = [
  "rbac.authorization.k8s.io/Role",
  "rbac.authorization.k8s.io/ClusterRole",
];

/** Kinds that give a role to someone. */
export const BINDING_KINDS: readonly string[] = [
  "rbac.authorization.k8s.io/RoleBinding",
  "rbac.authorization.k8s.io/ClusterRoleBinding",
];

/** Roles that clusters or their providers have from the start, beside those whose name starts with one of {@link OWN_PREFIXES}. */
const BUILT_IN_ROLES: readonly string[] = [
  "cluster-admin",
  "admin",
  "edit",
  "view",
  "system:aggregate-to-admin",
  "system:aggregate-to-edit",
  "system:aggregate-to-view",
  "system:auth-delegator",
  "system:basic-user",
  "system:discovery",
  "system:kube-aggregator",
  "system:kube-controller-manager",
  "system:kube-dns",
  "system:kube-scheduler",
  "system:kubelet-api-admin",
  "system:monitoring",
  "system:node",
  "system:node-bootstrapper",
  "system:node-problem-detector",
  "system:node-proxier",
  "system:persistent-volume-provisioner",
  "system:public-info-viewer",
  "system:service-account-issuer-discovery",
  "system:volume-scheduler",
  "gce:podsecuritypolicy:calico-sa",
];

/** Whether every cluster has a ClusterRole of this name. */
export function isBuiltInRole(name: string): boolean {
  return BUILT_IN_ROLES.includes(name) || name.startsWith("system:");
}

/** CEL: the role is not one that Kubernetes brings itself, which may be in the repository as a copy. */
export const OWN_ROLE: string = [
  `!(object.?metadata.?name.orValue("") in ${JSON.stringify(BUILT_IN_ROLES)})`,
  '!object.?metadata.?name.orValue("").startsWith("system:controller:")',
  '!object.?metadata.?name.orValue("").startsWith("system:certificates.k8s.io:")',
  'object.?metadata.?labels[?"kubernetes.io/bootstrapping"].orValue("") != "rbac-defaults"',
].join(" && ");

/** What a grant is about. `*` in the role counts for each. */
export interface Grant {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** True where rules on `*` in groups, resources and verbs count too; otherwise the rule on wildcards speaks about them. */
  readonly everything?: boolean;
  /** What of the rule is dangerous, and shown: the verb (`get` on all Secrets) or the resource (`pods/exec`). Default: the verb. */
  readonly shows?: "verbs" | "resources";
}

/** CEL on an element `item` of `rules`: it does not give this grant to all objects. Rules that name single objects are narrow. */
export function noGrant({ groups, resources, verbs, everything }: Grant): string {
  const holds = (field: string, names: readonly string[]): string =>
    `item.?${field}.orValue([]).exists(name, name in ${JSON.stringify([...names, "*"])})`;
  const isEverything =
    '"*" in item.?apiGroups.orValue([]) && "*" in item.?resources.orValue([]) && "*" in item.?verbs.orValue([])';
  const given = [
    holds("apiGroups", groups),
    holds("resources", resources),
    holds("verbs", verbs),
    "item.?resourceNames.orValue([]).size() == 0",
    ...(everything === true ? [] : [`!(${isEverything})`]),
  ];
  return `!(${given.join(" && ")})`;
}

/** A check on the rules of roles. */
export function grantCheck(grant: Grant, words: Pick<CelCheck, "problem" | "message">): CelCheck {
  return {
    each: "resources.rules",
    when: OWN_ROLE,
    require: noGrant(grant),
    at: [`${grant.shows ?? "verbs"}:`, "resources:"],
    ...words,
    fix: (part) => removeGrant(part, grant),
  };
}

/** Bindings that Kubernetes and its providers bring, and that nobody here can change. */
function isProvidersBinding(name: string): boolean {
  return name.startsWith("system:") || name === "gce:podsecuritypolicy:calico-sa";
}

/**
 * A finding on a role falls where the workspace binds it and every one of its bindings belongs to the system itself, and where its name is
 * one of the system's (`system:…`) and nothing of the workspace binds it.
 */
export function unlessOnlySystemBinds({ resource }: Candidate, inventory: Inventory): boolean {
  if (resource === undefined) return true;
  const bindings = inventory
    .referrers(resource.kind, resource.name)
    .filter(({ reference }) => reference.via === "roleRef");
  if (bindings.length === 0) return !resource.name.startsWith("system:");
  return bindings.some(({ record }) => !isProvidersBinding(record.name));
}

/** Whether a binding is the system's own. */
export function isOwnBinding(name: string): boolean {
  return !isProvidersBinding(name) && name !== "cluster-admin";
}
