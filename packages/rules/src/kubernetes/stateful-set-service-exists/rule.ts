import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/stateful-set-service-exists",
  title: "The governing Service of a StatefulSet exists and is headless",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM047"],
  aliases: ["kube-score:statefulset-has-servicename", "kics:statefulset_without_service_name"],
  since: "0.1.0",
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
    yield { problem, resource: index, at: reference.range, subject: "serviceName", message };
  }
}
