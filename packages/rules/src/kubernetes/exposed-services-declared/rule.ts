import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { list } from "../../shared-objects/values.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/exposed-services-declared",
  title: "Only declared Services are behind an Ingress",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: ["kics:ingress_controller_exposes_workload"],
  since: "0.1.0",
  onlyIn: [],
  options: {
    services: {
      description: "Names of Services that may be behind an Ingress.",
      schema: { type: "array", items: { type: "string" }, uniqueItems: true },
      default: [],
    },
  },
  reads: "namespace",
  judge: (inventory, { options }) => judge(inventory, new Set(list(options["services"]))),
});

/** A Service that the workspace does not hold is told by the rule on dangling backends. */
function* judge(inventory: Inventory, declared: ReadonlySet<unknown>): Iterable<WorkspaceProblem> {
  for (const [index, { kind, name, namespace, references = [] }] of inventory.resources.entries()) {
    if (kind !== "Ingress") continue;
    for (const { via, name: service, range } of references) {
      if (!via.startsWith("backend") || declared.has(service)) continue;
      const held = inventory.named("Service", service);
      if (!held.some((one) => one.group === "" && (one.namespace ?? "") === (namespace ?? ""))) continue;
      const message = `Ingress "${name}" opens Service "${service}" to callers from outside, and no configuration declares it.`;
      yield { problem: "undeclared", resource: index, at: range, subject: service, message };
    }
  }
}
