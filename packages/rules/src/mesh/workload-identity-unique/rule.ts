import { defineRule, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { sharedIdentities } from "../../shared-mesh/identities.ts";

export const rule: WorkspaceRule = defineRule({
  id: "mesh/workload-identity-unique",
  title: "Every program has a mesh identity of its own",
  severity: "warning",
  confidence: "medium",
  surface: "mesh",
  catalogue: ["MS011"],
  aliases: [],
  since: "0.2.0",
  reads: "namespace",
  *judge(inventory): Iterable<WorkspaceProblem> {
    for (const { index, record, account, other, at } of sharedIdentities(inventory)) {
      yield {
        problem: account === "default" ? "defaultIdentity" : "sharedIdentity",
        resource: index,
        ...(at === undefined ? {} : { at }),
        subject: account,
        message: `${record.kind} "${record.name}" has the same mesh identity as ${other.kind} "${other.name}": both run under service account "${account}".`,
        related: [{ file: other.file, range: other.range, message: "has the same identity" }],
      };
    }
    for (const { index, record, reference } of inventory.referencesTo("ServiceAccount")) {
      if (reference.via !== "principals" || reference.name !== "default") continue;
      yield {
        problem: "defaultTrusted",
        resource: index,
        at: reference.range,
        subject: `${reference.namespace ?? ""}/default`,
        message: `AuthorizationPolicy "${record.name}" trusts the default service account of "${reference.namespace ?? ""}", which is every workload there without one of its own.`,
      };
    }
  },
});
