import { defineRule, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { list, text } from "../../shared-objects/values.ts";
import { bypassingServices, undeclaredRoutes } from "../../shared-mesh/north-south.ts";

const ROUTES: readonly string[] = ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"];

export const rule: WorkspaceRule = defineRule({
  id: "mesh/routes-use-declared-gateways",
  title: "Traffic from outside enters by the declared gateways",
  severity: "warning",
  confidence: "medium",
  surface: "mesh",
  catalogue: ["MS014"],
  aliases: [],
  since: "0.2.0",
  reads: { kinds: ["Gateway", "Service", "Namespace", "VirtualService", ...ROUTES] },
  options: {
    gateways: {
      description:
        "The declared gateways, by name or `namespace/name`. Where none is declared, those that the workspace holds are taken.",
      schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
      default: [],
    },
  },
  *judge(inventory, { options }): Iterable<WorkspaceProblem> {
    const declared = list(options["gateways"]).flatMap((one) => text(one) ?? []);
    for (const { index, record, reference } of undeclaredRoutes(inventory, declared)) {
      const words =
        declared.length > 0 ? "which is not a declared gateway" : "which the workspace does not hold";
      yield {
        problem: "undeclared",
        resource: index,
        at: reference.range,
        subject: reference.name,
        message: `${record.kind} "${record.name}" takes traffic from gateway "${reference.name}", ${words}.`,
      };
    }
    for (const { index, record } of bypassingServices(inventory)) {
      yield {
        problem: "bypass",
        resource: index,
        message: `Service "${record.name}" is a load balancer of its own: traffic from outside reaches its pods past the mesh's gateway.`,
      };
    }
  },
});
