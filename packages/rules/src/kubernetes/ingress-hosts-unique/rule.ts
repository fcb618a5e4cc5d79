import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { duplicates } from "../../shared-workspace/duplicates.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/ingress-hosts-unique",
  title: "One Ingress serves a host and path",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM031"],
  aliases: ["gatekeeper:uniqueingresshost"],
  since: "0.1.0",
  reads: { kinds: ["Ingress"] },
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const claims = inventory.resources.flatMap((record, index) =>
    (record.hosts ?? []).map(({ host, path, range }) => ({
      key: `${host}\u0000${path}\u0000${record.labels["environment"] ?? ""}`,
      owner: `${record.namespace ?? ""}/${record.name}`,
      index,
      record,
      range,
      host,
      path,
    })),
  );
  for (const { claim, other } of duplicates(claims)) {
    yield {
      problem: "taken",
      resource: claim.index,
      at: claim.range,
      subject: `${claim.host}${claim.path}`,
      message: `Ingress "${claim.record.name}" serves ${claim.host}${claim.path}, as Ingress "${other.record.name}" does.`,
      related: [{ file: other.record.file, range: other.range, message: "the other Ingress" }],
    };
  }
}
