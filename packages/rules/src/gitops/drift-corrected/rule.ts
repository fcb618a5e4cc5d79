import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { mend, say, type Flaw } from "../../shared-flaws/flaw.ts";
import { unlessPatched } from "../../shared-gitops/patches.ts";
import { uncorrected } from "../../shared-gitops/drift.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "gitops/drift-corrected",
  title: "Reconcilers put back what drifts",
  severity: "error",
  confidence: "high",
  surface: "gitops",
  catalogue: ["GO005"],
  aliases: [],
  since: "0.2.0",
  kinds: [
    "kustomize.toolkit.fluxcd.io/Kustomization",
    "helm.toolkit.fluxcd.io/HelmRelease",
    "argoproj.io/Application",
    "argoproj.io/ApplicationSet",
  ],
  check: (resource: Resource): Iterable<Problem<Flaw>> => uncorrected(resource),
  message: say({
    suspended: ({ kind, name }) =>
      `${kind} "${name}" is suspended: what changes in the cluster stays changed.`,
    pruneUnset: ({ kind, name }) =>
      `${kind} "${name}" does not prune: what git no longer holds stays in the cluster.`,
    notPruned: ({ kind, name }) =>
      `${kind} "${name}" does not prune: what git no longer holds stays in the cluster.`,
    driftIgnored: ({ kind, name, value }) =>
      `${kind} "${name}" does not correct drift (driftDetection.mode is ${value}): what changes between upgrades stays.`,
    driftUnset: ({ kind, name }) =>
      `${kind} "${name}" does not detect drift: Helm looks at nothing between upgrades.`,
    manual: ({ kind, name }) => `${kind} "${name}" is synced by hand: nothing puts back what drifts.`,
    notHealed: ({ kind, name }) =>
      `${kind} "${name}" does not heal itself: what is changed in the cluster stays until git changes.`,
  }),
  fix: mend,
  settle: unlessPatched(
    new Map([
      ["driftUnset", "corrects-drift"],
      ["pruneUnset", "prunes"],
    ]),
  ),
});
