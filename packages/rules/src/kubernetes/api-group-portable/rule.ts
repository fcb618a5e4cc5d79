import {
  defineRule,
  type Candidate,
  type Inventory,
  type Problem,
  type Resource,
  type ResourceRule,
} from "@plimsoll/core";
import { apiGroupFor, dispositionOf, type ApiGroup } from "@plimsoll/model/api-groups";
import { getNode } from "@plimsoll/syntax";

interface Data {
  readonly resource: string;
  readonly group: string;
  readonly known: ApiGroup | undefined;
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/api-group-portable",
  title: "Resources work on every certified cluster",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM034"],
  aliases: [],
  since: "0.1.0",
  check,
  message: ({ problem, data: { resource, group, known } }) => {
    if (problem === "unclassified")
      return `${resource} is of the API group ${group}, which is not known to work on every certified cluster.`;
    const owner = known?.owner ?? "one vendor";
    if (problem === "infrastructure")
      return `${resource} describes resources of ${owner}: it belongs into the infrastructure layer, not beside workloads.`;
    return `${resource} works only on the platform of ${owner}.`;
  },
  settle,
});

const PROBLEMS = {
  deny: { problem: "vendorOnly" },
  "deny-in-workload-allow-in-iac": { problem: "infrastructure", severity: "warning" },
  "warn-unclassified": { problem: "unclassified", severity: "info", confidence: "low" },
} as const;

function* check(resource: Resource): Iterable<Problem<Data>> {
  const { group, kind, name, node } = resource;
  const disposition = dispositionOf(group);
  const place = getNode(node, ["apiVersion"]);
  // A group without a dot is none of the API server's: the file configures a tool.
  if (disposition === "warn-unclassified" && !group.includes(".")) return;
  if (place === undefined || disposition === "allow" || disposition === "allow-declared") return;
  const data = { resource: `${kind} "${name}"`, group, known: apiGroupFor(group) };
  yield { ...PROBLEMS[disposition], at: place, subject: "apiVersion", data };
}

/** A group whose definition the workspace holds is the program's own. */
function settle({ problem, resource }: Candidate, inventory: Inventory): boolean {
  if (problem !== "unclassified" || resource === undefined) return true;
  const group = resource.apiVersion.split("/")[0] ?? "";
  return !inventory.ofKind("CustomResourceDefinition").some(({ name }) => name.endsWith(`.${group}`));
}
