import type { Resource } from "../rule/rule.ts";
import { at } from "./plain-value.ts";

/**
 * Truths about objects of reconcilers:
 * - Kustomization and HelmRelease of Flux: `own-account` (it applies under a service account of its own, as tenants do).
 */
export function gitOpsFacts({ group, value }: Resource): string[] {
  if (!group.endsWith(".toolkit.fluxcd.io")) return [];
  const account = at(value, ["spec", "serviceAccountName"]);
  return typeof account === "string" && account !== "" ? ["own-account"] : [];
}
