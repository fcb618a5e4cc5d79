import { defineRule, type WorkflowRule } from "@plimsoll/core";
import type { UsesReference } from "@plimsoll/syntax";
import { isCommit, ownersOption } from "../../shared-workflow/action-names.ts";
import { usesOf } from "../../shared-workflow/places.ts";

type Action = Extract<UsesReference, { kind: "repository" }>;

export const rule: WorkflowRule<Action> = defineRule({
  id: "workflow/actions-pinned-by-commit",
  title: "Actions and workflows of others are pinned to a commit",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI012"],
  aliases: ["zizmor:unpinned-uses", "kics:unpinned_actions_full_length_commit_sha"],
  since: "0.2.0",
  options: {
    trustedOwners: {
      description:
        "Accounts whose actions may be named by tag or branch, such as the organisation's own; letter case does not matter.",
      schema: { type: "array", items: { type: "string", minLength: 1 } },
      default: [],
    },
  },
  *checkWorkflow(file, { options }) {
    const trusted = ownersOption(options["trustedOwners"]);
    for (const uses of usesOf(file)) {
      if (uses.kind !== "repository" || isCommit(uses.ref)) continue;
      if (trusted.has(uses.owner.toLowerCase())) continue;
      yield { problem: "notPinned", at: uses.refSpan, subject: uses.text, data: uses };
    }
  },
  message: ({ data: { owner, repository, ref } }) =>
    `${owner}/${repository} is taken at "${ref}", which its owner can move to other code; name the full commit.`,
});
