import type { ExpressionNode } from "./nodes.ts";

/** Calls for a node and every node inside it, outer before inner. */
export function walkExpression(node: ExpressionNode, visit: (node: ExpressionNode) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walkExpression(child, visit);
}

export function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case "literal":
    case "context":
      return [];
    case "access":
      return [node.object];
    case "index":
      return [node.object, node.index];
    case "call":
      return node.arguments;
    case "unary":
      return [node.operand];
    default:
      return [node.left, node.right];
  }
}

/**
 * The path that a chain of accesses names, in lower case, such as `["github", "event", "issue", "title"]`: `a.b`, `a['b']` and
 * `a.*` name steps, any other index is `*`. Undefined where the chain does not start with a context.
 */
export function contextPath(node: ExpressionNode): readonly string[] | undefined {
  const steps: string[] = [];
  let current = node;
  for (;;) {
    if (current.kind === "context") return [current.name.toLowerCase(), ...steps.reverse()];
    if (current.kind === "access") steps.push(current.name.toLowerCase());
    else if (current.kind === "index") steps.push(stepOf(current.index));
    else return undefined;
    current = current.object;
  }
}

function stepOf(index: ExpressionNode): string {
  return index.kind === "literal" && typeof index.value === "string" ? index.value.toLowerCase() : "*";
}

/** The longest chains that start with a context: `github.event.issue.title` once, and not its parts. */
export function contextChains(root: ExpressionNode): readonly ExpressionNode[] {
  const chains: ExpressionNode[] = [];
  const visit = (node: ExpressionNode): void => {
    if (contextPath(node) === undefined) {
      for (const child of childrenOf(node)) visit(child);
      return;
    }
    chains.push(node);
    // What stands in brackets is read too.
    for (
      let current = node;
      current.kind === "access" || current.kind === "index";
      current = current.object
    ) {
      if (current.kind === "index") visit(current.index);
    }
  };
  visit(root);
  return chains;
}
