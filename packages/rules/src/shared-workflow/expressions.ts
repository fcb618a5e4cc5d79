import type { WorkflowFile } from "@plimsoll/core";
import {
  expressionsIn,
  walkYaml,
  wholeExpression,
  type Expression,
  type YamlDocument,
  type YamlPath,
  type YamlScalar,
} from "@plimsoll/syntax";

/** An expression and where it stands. */
export interface PlacedExpression {
  readonly expression: Expression;
  readonly scalar: YamlScalar;
  /** Keys and indexes from the root to the scalar. */
  readonly path: YamlPath;
  /** Whether the scalar is nothing but this expression, so that its value keeps its type. */
  readonly alone: boolean;
}

const MEMO = new WeakMap<YamlDocument, readonly PlacedExpression[]>();

/** All expressions of a workflow or action, in the order of the text; found once for all rules. */
export function expressionsOf(file: WorkflowFile): readonly PlacedExpression[] {
  const { document } = file.document;
  const known = MEMO.get(document);
  if (known !== undefined) return known;
  const found: PlacedExpression[] = [];
  walkYaml(document.root, (node, path) => {
    if (node.kind !== "scalar") return;
    const marked = expressionsIn(document, node);
    if (marked.length === 0 && (!isCondition(path) || node.text.trim() === "")) return;
    const all = marked.length === 0 ? [wholeExpression(document, node)] : marked;
    const trimmed = node.text.trim();
    const alone =
      all.length === 1 && (marked.length === 0 || (trimmed.startsWith("${{") && trimmed.endsWith("}}")));
    const kept = [...path];
    for (const expression of all) found.push({ expression, scalar: node, path: kept, alone });
  });
  MEMO.set(document, found);
  return found;
}

/** `if:` of a job or step, which is an expression with or without marks. */
function isCondition(path: YamlPath): boolean {
  const last = path.at(-1);
  if (last !== "if") return last === "pre-if" || last === "post-if";
  const parent = path.at(-2);
  if (typeof parent === "number") return path.at(-3) === "steps";
  return (path.length === 3 && path[0] === "jobs") || parent === "snapshot";
}
