import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { placeOf } from "../../shared-gitops/environment.ts";

export const rule: WorkspaceRule = defineRule({
  id: "gitops/reconciler-present",
  title: "A reconciler in the cluster pulls every environment",
  severity: "warning",
  confidence: "low",
  surface: "gitops",
  catalogue: ["GO001"],
  aliases: [],
  since: "0.2.0",
  reads: "identities",
  judge,
});

/** Kinds by which a reconciler says what it pulls. */
const RECONCILERS: readonly (readonly [kind: string, group: string])[] = [
  ["Kustomization", "kustomize.toolkit.fluxcd.io"],
  ["HelmRelease", "helm.toolkit.fluxcd.io"],
  ["Application", "argoproj.io"],
  ["ApplicationSet", "argoproj.io"],
  ["GitRepo", "fleet.cattle.io"],
];

/** Said once for the folder of each environment, at the first object in it, where nothing in the workspace pulls at all. */
function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const isPulled = RECONCILERS.some(([kind, group]) =>
    inventory.ofKind(kind).some((record) => record.group === group),
  );
  if (isPulled) return;
  const told = new Set<string>();
  for (const [index, record] of inventory.resources.entries()) {
    if (record.podLabels === undefined) continue;
    const place = placeOf(record.file);
    if (place === undefined || place.environment === "development" || place.environment === "test") continue;
    if (told.has(place.environment)) continue;
    told.add(place.environment);
    yield {
      problem: "missing",
      resource: index,
      subject: place.environment,
      message: `Environment "${place.environment}" has no Flux or Argo CD object in the workspace that pulls it: who applies it needs access to the cluster from outside.`,
    };
  }
}
