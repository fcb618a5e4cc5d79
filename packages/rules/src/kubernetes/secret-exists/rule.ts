import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { judgeAbsent, providesSecret } from "../../shared-workspace/absent.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/secret-exists",
  title: "The Secrets that a workload reads exist or are known to come",
  severity: "info",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM047"],
  aliases: [],
  since: "0.1.0",
  judge: (inventory) =>
    judgeAbsent(inventory, {
      kind: "Secret",
      via: ["volumes", "volumes.projected", "env", "envFrom"],
      ignore: (name) => providesSecret(inventory, name),
      words: "reads Secret",
    }),
});
