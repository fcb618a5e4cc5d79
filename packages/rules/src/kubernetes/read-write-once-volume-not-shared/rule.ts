import { defineRule, type Inventory, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { count } from "../../shared-workspace/scaling.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/read-write-once-volume-not-shared",
  title: "A volume for one node is not mounted by several pods",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM047"],
  aliases: ["kics:incorrect_volume_claim_access_mode_read_write_once"],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

const ONE_NODE: ReadonlySet<string> = new Set(["ReadWriteOnce", "ReadWriteOncePod"]);

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const [index, record] of inventory.resources.entries()) {
    const several = record.kind === "DaemonSet" || (count(record.settings?.["replicas"]) ?? 1) > 1;
    if (record.podLabels === undefined || !several) continue;
    for (const reference of record.references ?? []) {
      if (reference.kind !== "PersistentVolumeClaim") continue;
      const claims = inventory
        .named("PersistentVolumeClaim", reference.name)
        .filter(({ namespace }) => namespace === record.namespace);
      const modes = claims.flatMap(({ settings }) => (settings?.["accessModes"] ?? "").split(","));
      if (modes.length === 0 || !modes.every((mode) => ONE_NODE.has(mode))) continue;
      const message = `The pods of ${record.kind} "${record.name}" share claim "${reference.name}", which only one node can mount.`;
      yield { problem: "shared", resource: index, at: reference.range, subject: reference.name, message };
    }
  }
}
