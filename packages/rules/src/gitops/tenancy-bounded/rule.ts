import {
  defineRule,
  type Candidate,
  type Inventory,
  type Problem,
  type Resource,
  type ResourceRule,
  type RuleContext,
} from "@plimsoll/core";
import { say, type Flaw } from "../../shared-flaws/flaw.ts";
import { argoTenancy, fluxTenancy } from "../../shared-gitops/tenancy.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "gitops/tenancy-bounded",
  title: "GitOps tenants deploy only what and where they may",
  severity: "error",
  confidence: "high",
  surface: "gitops",
  catalogue: ["GO006"],
  aliases: [],
  since: "0.2.0",
  options: {
    multiTenant: {
      description:
        "True where several teams share one Flux. Where it is false, Flux objects are judged so as soon as one of the workspace names a service account of its own.",
      schema: { type: "boolean" },
      default: false,
    },
  },
  kinds: [
    "argoproj.io/AppProject",
    "argoproj.io/Application",
    "argoproj.io/ApplicationSet",
    "kustomize.toolkit.fluxcd.io/Kustomization",
    "helm.toolkit.fluxcd.io/HelmRelease",
  ],
  check,
  message: say({
    anySource: ({ name }) => `AppProject "${name}" takes manifests from any repository.`,
    anyDestination: ({ name, value }) => `AppProject "${name}" deploys into any ${value}.`,
    anyClusterResource: ({ name }) =>
      `AppProject "${name}" may create cluster-wide objects of every kind, roles among them.`,
    defaultProject: ({ kind, name }) =>
      `${kind} "${name}" is in project "default", which limits neither sources nor destinations.`,
    noAccount: ({ kind, name }) =>
      `${kind} "${name}" names no serviceAccountName: it is applied with the rights of Flux itself.`,
    noAccountBesideTenants: ({ kind, name }) =>
      `${kind} "${name}" names no serviceAccountName, as other tenants do: it is applied with the rights of Flux itself.`,
    otherNamespace: ({ kind, name, value }) =>
      `${kind} "${name}" takes its source from namespace "${value}", which is another tenant's.`,
    otherNamespaceBesideTenants: ({ kind, name, value }) =>
      `${kind} "${name}" takes its source from namespace "${value}", which is another tenant's.`,
  }),
  settle,
});

function check(resource: Resource, { options }: RuleContext): Iterable<Problem<Flaw>> {
  return resource.group === "argoproj.io"
    ? argoTenancy(resource)
    : fluxTenancy(resource, options["multiTenant"] === true);
}

/** Without being told, tenants are known by the accounts that some of them name. */
function settle({ problem }: Candidate, inventory: Inventory): boolean {
  if (!problem.endsWith("BesideTenants")) return true;
  return ["Kustomization", "HelmRelease"].some((kind) =>
    inventory.ofKind(kind).some(({ facts }) => facts?.includes("own-account") === true),
  );
}
