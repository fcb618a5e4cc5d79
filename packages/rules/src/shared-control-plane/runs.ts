import { attached } from "@plimsoll/syntax";
import type { Resource, RuleContext } from "@plimsoll/core";
import type { ComponentRun } from "./component-run.ts";
import { configurationRuns } from "./configuration-runs.ts";
import { containerRuns } from "./container-runs.ts";
import { kubeadmRuns } from "./kubeadm-runs.ts";
import { rancherRuns } from "./rancher-runs.ts";

const NONE: readonly ComponentRun[] = [];
const known = attached<Resource, readonly ComponentRun[]>();

/** The components of Kubernetes that an object starts or configures. Read once, however many rules ask. */
export function runsOf(resource: Resource, { kubernetesMinor }: RuleContext): readonly ComponentRun[] {
  let runs = known.get(resource);
  if (runs === undefined) {
    runs = [
      ...containerRuns(resource, kubernetesMinor),
      ...kubeadmRuns(resource, kubernetesMinor),
      ...configurationRuns(resource, kubernetesMinor),
      ...rancherRuns(resource, kubernetesMinor),
    ];
    known.set(resource, runs.length === 0 ? NONE : runs);
  }
  return runs;
}
