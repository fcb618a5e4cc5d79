import {
  defineRule,
  type Inventory,
  type PortRecord,
  type ResourceRecord,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/service-target-port-declared",
  title: "The pods of a Service declare the port that it sends to",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM020"],
  aliases: ["kubescape:C-0298", "monokle:LNK002"],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    if (record.kind !== "Service" || record.group !== "" || record.selects === undefined) continue;
    if (Object.keys(record.selects.selector.labels).length === 0) continue;
    const workloads = inventory.podsMatching(record.selects.selector, record.namespace);
    for (const port of record.ports ?? []) {
      const missing = workloads.find(
        ({ ports = [] }) => ports.length > 0 && !ports.some((declared) => isTarget(port, declared)),
      );
      if (missing !== undefined) yield { resource: index, ...problemOf(record, port, missing) };
    }
  }
}

function problemOf(
  service: ResourceRecord,
  port: PortRecord,
  workload: ResourceRecord,
): Omit<WorkspaceProblem, "resource"> {
  const target = port.target ?? String(port.number ?? "");
  const { kind, name, file, range } = workload;
  return {
    ...(isName(target)
      ? { problem: "nameMissing" }
      : { problem: "numberMissing", severity: "info", confidence: "low" }),
    at: port.range,
    subject: `port ${target}`,
    message: `Service "${service.name}" sends to port ${target}, which no container of ${kind} "${name}" declares.`,
    related: [{ file, range, message: "the workload it selects" }],
  };
}

function isTarget({ target, number }: PortRecord, declared: PortRecord): boolean {
  return target === undefined
    ? declared.number === number
    : declared.name === target || String(declared.number) === target;
}

function isName(target: string): boolean {
  return !/^\d+$/.test(target);
}
