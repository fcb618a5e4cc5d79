import {
  defineRule,
  type Inventory,
  type ResourceReference,
  type ResourceRecord,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/ingress-backend-exists",
  title: "The Services behind an Ingress exist",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: [
    "kube-linter:dangling-ingress",
    "kube-score:ingress-targets-service",
    "kubescape:C-0296",
    "monokle:LNK003",
  ],
  since: "0.1.0",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    if (record.kind !== "Ingress" || inventory.ofKind("Service", record.namespace ?? "").length === 0)
      continue;
    for (const reference of record.references ?? []) {
      const problem = reference.via === "backend" ? problemOf(inventory, record, reference) : undefined;
      if (problem === undefined) continue;
      const { name, port = "" } = reference;
      const what =
        problem === "serviceAbsent"
          ? `Service "${name}", which the workspace does not hold`
          : `port ${port} of Service "${name}", which it does not have`;
      const message = `Ingress "${record.name}" sends to ${what}.`;
      yield { problem, resource: index, at: reference.range, subject: `${name}:${port}`, message };
    }
  }
}

function problemOf(
  inventory: Inventory,
  record: ResourceRecord,
  { name, port }: ResourceReference,
): "serviceAbsent" | "portAbsent" | undefined {
  const services = inventory
    .named("Service", name)
    .filter(({ namespace, group }) => group === "" && (namespace ?? "") === (record.namespace ?? ""));
  if (services.length === 0) return "serviceAbsent";
  if (port === undefined || services.some(({ ports = [] }) => ports.length === 0)) return undefined;
  const has = services.some(({ ports = [] }) =>
    ports.some((one) => one.name === port || String(one.number) === port),
  );
  return has ? undefined : "portAbsent";
}
