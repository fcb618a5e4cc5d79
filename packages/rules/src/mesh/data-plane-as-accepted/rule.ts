import { defineRule, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { text } from "../../shared-objects/values.ts";
import { dataPlaneOption, heldNamespaces, type HeldNamespace } from "../../shared-mesh/scope.ts";

export const rule: WorkspaceRule = defineRule({
  id: "mesh/data-plane-as-accepted",
  title: "The mesh's data plane is the accepted one",
  severity: "info",
  confidence: "high",
  surface: "mesh",
  catalogue: ["MS012"],
  aliases: [],
  since: "0.2.0",
  reads: { kinds: ["Namespace"] },
  options: { dataPlane: dataPlaneOption },
  *judge(inventory, { options }): Iterable<WorkspaceProblem> {
    const accepted = text(options["dataPlane"]) ?? "sidecar";
    const held = heldNamespaces(inventory).filter(({ facts }) => modeOf(facts) !== undefined);
    if (accepted === "any") yield* mixed(held);
    else yield* differing(held, accepted);
  },
});

function modeOf(facts: ReadonlySet<string>): string | undefined {
  if (facts.has("mesh:sidecar")) return facts.has("mesh:ambient") ? "both" : "sidecar";
  return facts.has("mesh:ambient") ? "ambient" : undefined;
}

function* differing(held: readonly HeldNamespace[], accepted: string): Iterable<WorkspaceProblem> {
  for (const { index, record, facts } of held) {
    const mode = modeOf(facts) ?? "";
    if (mode === accepted) continue;
    const words = mode === "both" ? "both data planes" : `data plane "${mode}"`;
    yield {
      problem: "differs",
      resource: index,
      message: `Namespace "${record.name}" asks for ${words}, and the accepted one is "${accepted}".`,
    };
  }
}

/** Where any data plane is accepted, one mesh still has one. */
function* mixed(held: readonly HeldNamespace[]): Iterable<WorkspaceProblem> {
  const [first] = held;
  if (first === undefined) return;
  for (const { index, record, facts } of held) {
    const mode = modeOf(facts) ?? "";
    if (mode !== "both" && mode === modeOf(first.facts)) continue;
    yield {
      problem: "mixed",
      resource: index,
      message: `Namespace "${record.name}" has data plane "${mode}", and Namespace "${first.record.name}" has "${modeOf(first.facts) ?? ""}".`,
      related: [{ file: first.record.file, range: first.record.range, message: "the other data plane" }],
    };
  }
}
