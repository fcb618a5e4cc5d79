import {
  defineRule,
  type Fix,
  type Inventory,
  type ResourceRecord,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { companionFix, companionMetadata } from "../../shared-workspace/companion.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/stateful-set-service-exists",
  title: "The governing Service of a StatefulSet exists and is headless",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM047"],
  aliases: ["kube-score:statefulset-has-servicename", "kics:statefulset_without_service_name"],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    if (record.kind !== "StatefulSet" || record.group !== "apps") continue;
    const { name, namespace } = record;
    const reference = record.references?.find(({ via }) => via === "spec.serviceName");
    if (reference === undefined) {
      const message = `StatefulSet "${name}" names no Service: its pods have no names of their own in the network.`;
      yield { problem: "missing", resource: index, message };
      continue;
    }
    if (inventory.ofKind("Service", namespace ?? "").length === 0) continue;
    const services = inventory
      .named("Service", reference.name)
      .filter((service) => service.namespace === namespace);
    if (services.some(({ settings }) => settings?.["clusterIP"] === "None")) continue;
    const problem = services.length === 0 ? "absent" : "notHeadless";
    const what =
      problem === "absent" ? "which the workspace does not hold" : "which is not headless (clusterIP: None)";
    const message = `StatefulSet "${name}" is governed by Service "${reference.name}", ${what}.`;
    const fixes = problem === "absent" ? headlessService(record, reference.name) : [];
    yield { problem, resource: index, at: reference.range, subject: "serviceName", message, fixes };
  }
}

function headlessService(record: ResourceRecord, name: string): readonly Fix[] {
  const { podLabels = {}, ports = [], namespace } = record;
  const numbers = [...new Set(ports.flatMap(({ number }) => number ?? []))];
  if (Object.keys(podLabels).length === 0 || numbers.length === 0) return [];
  return companionFix(record, "Add the headless Service", {
    apiVersion: "v1",
    kind: "Service",
    metadata: companionMetadata(name, namespace),
    spec: {
      clusterIP: "None",
      selector: podLabels,
      ports: numbers.map((number) => ({ name: `port-${number}`, port: number })),
    },
  });
}
