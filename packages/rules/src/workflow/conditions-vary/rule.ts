import { defineRule, type WorkflowRule } from "@plimsoll/core";
import {
  contextChains,
  walkExpression,
  type ExpressionBinary,
  type ExpressionNode,
  type WorkflowCondition,
} from "@plimsoll/syntax";
import { jobsOf, stepsOf } from "../../shared-workflow/places.ts";

interface Data {
  readonly condition: WorkflowCondition;
  readonly value: boolean;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/conditions-vary",
  title: "Conditions can be true and false",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI003"],
  aliases: ["actionlint:if-cond", "zizmor:unsound-condition"],
  narrows: true,
  since: "0.2.0",
  *checkWorkflow(file) {
    const conditions = [
      ...jobsOf(file).map(({ condition }) => condition),
      ...stepsOf(file).map(({ step }) => step.condition),
    ];
    for (const condition of conditions) {
      if (condition === undefined) continue;
      const at = { start: condition.start, end: condition.end };
      if (condition.isText || endsWithBreak(condition))
        yield { problem: "text", at, data: { condition, value: true } };
      else {
        const value = constantOf(condition);
        if (value !== undefined)
          yield {
            problem: "constant",
            at,
            severity: "warning",
            aliases: ["actionlint:if-cond"],
            data: { condition, value },
          };
      }
    }
  },
  message: ({ problem, data: { value } }) =>
    problem === "text"
      ? "The condition is a text with an expression in it, and a text is always true."
      : `The condition is always ${value}, whatever happens.`,
  fix({ problem, data: { condition } }, file) {
    const [expression] = condition.expressions;
    if (problem !== "text" || expression?.root === undefined || condition.expressions.length !== 1) return [];
    if (condition.node.text.trim() !== `\${{ ${expression.text} }}` || expression.text.includes("\n"))
      return [];
    if (!isPlain(expression.text)) return [];
    const { start, end } = condition.node;
    if (file.document.document.text.slice(start, end).includes("#")) return [];
    return [
      {
        title: "Let the expression stand alone",
        safety: "review",
        edits: [{ start, end, newText: `\${{ ${expression.text} }}` }],
      },
    ];
  },
});

/** A block scalar keeps its last line break, which makes a text of the marked expression before it. */
function endsWithBreak({ node, expressions }: WorkflowCondition): boolean {
  const isMarked = expressions.some(({ marked }) => marked);
  return isMarked && node.text !== node.text.trim();
}

/** As a plain scalar the text must not end early. */
function isPlain(text: string): boolean {
  return !text.includes(": ") && !text.includes(" #");
}

/** The value of a condition that asks nothing; a status function asks how the run went. */
function constantOf({ expressions: [expression] }: WorkflowCondition): boolean | undefined {
  const root = expression?.root;
  if (root === undefined || contextChains(root).length > 0 || holdsCall(root)) return undefined;
  return truthOf(root);
}

function holdsCall(root: ExpressionNode): boolean {
  let found = false;
  walkExpression(root, (node) => {
    if (node.kind === "call") found = true;
  });
  return found;
}

/** Whether a literal, or literals joined by logic, are true to GitHub; undefined for comparisons, which nobody writes so. */
function truthOf(node: ExpressionNode): boolean | undefined {
  if (node.kind === "literal") return !FALSE.has(node.value);
  if (node.kind === "unary") {
    const inner = truthOf(node.operand);
    return inner === undefined ? undefined : !inner;
  }
  return node.kind === "binary" ? truthOfBoth(node) : undefined;
}

const FALSE: ReadonlySet<unknown> = new Set(["", null, 0, false]);

function truthOfBoth({ left, right, operator }: ExpressionBinary): boolean | undefined {
  const [first, second] = [truthOf(left), truthOf(right)];
  if (first === undefined || second === undefined) return undefined;
  if (operator === "&&") return first && second;
  return operator === "||" ? first || second : undefined;
}
