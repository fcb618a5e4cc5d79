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
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    if (record.kind !== "Ingress") continue;
    for (const reference of record.references ?? []) {
      const problem = problemOf(inventory, record, reference);
      if (problem === undefined) continue;
      const { name, port = "", range } = reference;
      const message = `Ingress "${record.name}" ${WORDS[problem](name, port)}.`;
      yield { problem, resource: index, at: range, subject: `${name}:${port}`, message };
    }
  }
}

const WORDS = {
  oldField: (name: string) =>
    `names Service "${name}" in a field that networking.k8s.io/v1 does not have: the rule leads nowhere`,
  serviceAbsent: (name: string) => `sends to Service "${name}", which the workspace does not hold`,
  portAbsent: (name: string, port: string) =>
    `sends to port ${port} of Service "${name}", which it does not have`,
} as const;

function problemOf(
  inventory: Inventory,
  record: ResourceRecord,
  { name, port, via }: ResourceReference,
): keyof typeof WORDS | undefined {
  if (via === "backend.serviceName") return "oldField";
  if (via !== "backend" || inventory.ofKind("Service", record.namespace ?? "").length === 0) return undefined;
  const services = inventory
    .named("Service", name)
    .filter(({ namespace, group }) => group === "" && (namespace ?? "") === (record.namespace ?? ""));
  if (services.length === 0) return "serviceAbsent";
  // The controller for AWS reads the port from an annotation.
  if (
    port === undefined ||
    port === "use-annotation" ||
    services.some(({ ports = [] }) => ports.length === 0)
  )
    return undefined;
  const has = services.some(({ ports = [] }) =>
    ports.some((one) => one.name === port || String(one.number) === port),
  );
  return has ? undefined : "portAbsent";
}
