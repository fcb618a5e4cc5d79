import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { judgeAbsent } from "../../shared-workspace/absent.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/volume-claim-exists",
  title: "The volume claims that a workload mounts exist",
  severity: "warning",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM047"],
  aliases: [],
  since: "0.1.0",
  reads: "namespace",
  judge: (inventory) =>
    judgeAbsent(inventory, {
      kind: "PersistentVolumeClaim",
      via: ["volumes"],
      words: "mounts volume claim",
      title: "Add the claim",
      companion: (metadata) => ({
        apiVersion: "v1",
        kind: "PersistentVolumeClaim",
        metadata,
        spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
      }),
    }),
});
