import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { contextPath, walkExpression, type ExpressionNode, type Span } from "@plimsoll/syntax";
import { expressionsOf } from "../../shared-workflow/expressions.ts";

interface Data {
  readonly name: string;
  readonly isPullRequest: boolean;
  readonly at: Span;
}

/** Who caused the last event: of a pull request that may be someone other than its author. */
const ACTORS: ReadonlySet<string> = new Set([
  "github.actor",
  "github.triggering_actor",
  "github.event.sender.login",
]);
const PULL_REQUESTS: ReadonlySet<string> = new Set(["pull_request", "pull_request_target"]);

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/actor-checks-sound",
  title: "Who wrote a change is not judged by who caused the run",
  severity: "warning",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ["zizmor:bot-conditions"],
  since: "0.2.0",
  *checkWorkflow(file) {
    const events = file.kind === "workflow" ? file.workflow.triggers.map(({ event }) => event) : [];
    const isPullRequest = events.length > 0 && events.every((event) => PULL_REQUESTS.has(event));
    if (!events.some((event) => PULL_REQUESTS.has(event))) return;
    for (const { expression, path } of expressionsOf(file)) {
      if (path.at(-1) !== "if" || expression.root === undefined) continue;
      for (const node of botChecks(expression.root)) {
        const at = { start: node.start, end: node.end };
        const name = contextPath(node)?.join(".") ?? "";
        yield { problem: "spoofable", at, data: { name, isPullRequest, at } };
      }
    }
  },
  message: ({ data: { name } }) =>
    `"${name}" is who caused the last event of the pull request, which may be a bot although someone else wrote the change.`,
  fix: ({ data: { isPullRequest, at } }) =>
    isPullRequest
      ? [
          {
            title: "Compare the author of the pull request",
            safety: "review",
            edits: [{ ...at, newText: "github.event.pull_request.user.login" }],
          },
        ]
      : [],
});

/** Comparisons of the actor with the name of a bot. */
function botChecks(root: ExpressionNode): readonly ExpressionNode[] {
  const found: ExpressionNode[] = [];
  walkExpression(root, (node) => {
    if (node.kind !== "binary" || node.operator !== "==") return;
    for (const [side, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const isBot =
        other.kind === "literal" && typeof other.value === "string" && other.value.endsWith("[bot]");
      if (isBot && ACTORS.has(contextPath(side)?.join(".") ?? "")) found.push(side);
    }
  });
  return found;
}
