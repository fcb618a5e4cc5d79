import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { companionFix } from "../../shared-workspace/companion.ts";
import { namespacePolicies, rootNamespaceOf, rootNamespaceOption } from "../../shared-mesh/scope.ts";

/** Kinds that may configure a mesh. */
const CONFIGURATIONS: readonly string[] = [
  "IstioOperator",
  "Istio",
  "HelmRelease",
  "Application",
  "ConfigMap",
];
const SCRAPES: readonly string[] = ["PodMonitor", "ServiceMonitor", "ScrapeConfig", "PodMonitoring"];

export const rule: WorkspaceRule = defineRule({
  id: "mesh/traffic-recorded",
  title: "The mesh records the traffic between services",
  severity: "warning",
  confidence: "medium",
  surface: "mesh",
  catalogue: ["MS013"],
  aliases: [],
  since: "0.2.0",
  reads: { kinds: [...CONFIGURATIONS, "Telemetry", ...SCRAPES] },
  options: { rootNamespace: rootNamespaceOption },
  judge: (inventory, { options }) => judge(inventory, rootNamespaceOf(options)),
});

/** Asked of what configures the mesh: a workspace without it does not decide what the mesh records. */
function* judge(inventory: Inventory, root: string): Iterable<WorkspaceProblem> {
  const telemetry = namespacePolicies(inventory, "Telemetry", root).flatMap(({ facts = [] }) => facts);
  const hasScrapes = SCRAPES.some((kind) => inventory.ofKind(kind).length > 0);
  for (const [index, record] of inventory.resources.entries()) {
    const { facts = [] } = record;
    if (!facts.includes("mesh-configuration")) continue;
    if (!facts.includes("access-log") && !telemetry.includes("access-log")) {
      yield {
        problem: "noAccessLog",
        resource: index,
        message: `${record.kind} "${record.name}" configures a mesh that keeps no access log, and no Telemetry of "${root}" turns it on.`,
        fixes: companionFix(record, "Add a Telemetry with an access log", {
          apiVersion: "telemetry.istio.io/v1",
          kind: "Telemetry",
          metadata: { name: "mesh-default", namespace: root },
          spec: { accessLogging: [{ providers: [{ name: "envoy" }] }] },
        }),
      };
    }
    if (facts.includes("merges-no-metrics") && !hasScrapes && !telemetry.includes("metrics")) {
      yield {
        problem: "noMetrics",
        resource: index,
        message: `${record.kind} "${record.name}" turns off the merging of metrics, and nothing in the workspace scrapes the proxies.`,
      };
    }
  }
}
