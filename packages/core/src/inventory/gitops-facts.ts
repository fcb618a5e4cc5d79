import type { Resource } from "../rule/rule.ts";
import { deploymentType } from "./deployment-type.ts";
import { at, isObject } from "./plain-value.ts";

/** Fields of objects of Flux, by kind, and what their presence is known as. An overlay states them in a patch of its own. */
const STATED: ReadonlyMap<string, readonly (readonly [path: readonly string[], fact: string])[]> = new Map([
  [
    "HelmRelease",
    [
      [["spec", "chart", "spec", "version"], "states-version"],
      [["spec", "chart", "spec", "verify"], "states-verify"],
    ],
  ],
  [
    "GitRepository",
    [
      [["spec", "ref"], "states-revision"],
      [["spec", "verify"], "states-verify"],
    ],
  ],
  [
    "OCIRepository",
    [
      [["spec", "ref"], "states-revision"],
      [["spec", "verify"], "states-verify"],
    ],
  ],
]);

/**
 * Truths about objects of reconcilers:
 * - Kustomization and HelmRelease of Flux: `own-account` (it applies under a service account of its own, as tenants do),
 *   `prunes`, `corrects-drift`;
 * - sources and releases of Flux: `states-version`, `states-revision`, `states-verify`;
 * - the types of deployment of the reference design: `deployment:blue-green`, `deployment:canary`, `deployment:rolling` (those of Argo
 *   Rollouts, Flagger and weighted routes; plain workloads say it by their kind), `deployment:continuous` (applied as soon as
 *   its source changes).
 */
export function gitOpsFacts(resource: Resource): string[] {
  const type = deploymentType(resource);
  return [...(type === undefined ? [] : [`deployment:${type}`]), ...fluxFacts(resource)];
}

function fluxFacts({ group, kind, value }: Resource): string[] {
  if (!group.endsWith(".toolkit.fluxcd.io")) return [];
  const account = at(value, ["spec", "serviceAccountName"]);
  const stated = (STATED.get(kind) ?? []).filter(([path]) => isStated(at(value, path)));
  return [
    ...(typeof account === "string" && account !== "" ? ["own-account"] : []),
    ...(at(value, ["spec", "prune"]) === true ? ["prunes"] : []),
    ...(at(value, ["spec", "driftDetection", "mode"]) === "enabled" ? ["corrects-drift"] : []),
    ...stated.map(([, fact]) => fact),
  ];
}

function isStated(value: unknown): boolean {
  return isObject(value) || typeof value === "string";
}
