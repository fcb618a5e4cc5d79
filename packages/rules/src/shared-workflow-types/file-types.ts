import type { RuleContext, WorkflowFile } from "@plimsoll/core";
import { getNode, type YamlNode } from "@plimsoll/syntax";
import { expressionsOf, type PlacedExpression } from "../shared-workflow/expressions.ts";
import { typeOfExpression, type TypeProblem } from "./check.ts";
import { inputDeclaredType } from "./inputs.ts";
import { scopeAt } from "./scope.ts";
import { nameOf, type ValueType } from "./type.ts";

export interface ExpressionFinding extends Omit<TypeProblem, "code"> {
  readonly code: TypeProblem["code"] | "syntax" | "noText" | "noObject" | "wrongInput";
}

/** What is wrong with the expressions of a file. */
export function expressionFindings(
  file: WorkflowFile,
  reader: Pick<RuleContext, "path" | "sibling">,
): readonly ExpressionFinding[] {
  const all = expressionsOf(file);
  const aloneAt = new Map(all.filter(({ alone }) => alone).map((one) => [one.scalar as YamlNode, one]));
  const check = (placed: PlacedExpression, problems: TypeProblem[]): ValueType | undefined => {
    const { root } = placed.expression;
    if (root === undefined) return undefined;
    const scope = scopeAt(file, placed.path, { reader, typeOfScalar });
    return scope === undefined ? undefined : typeOfExpression(root, scope, problems);
  };
  // Rows of a matrix see no matrix, so this does not come back to itself.
  const typeOfScalar = (node: YamlNode): ValueType | undefined => {
    const placed = aloneAt.get(node);
    return placed === undefined ? undefined : check(placed, []);
  };
  return all.flatMap((placed) => {
    const { problem } = placed.expression;
    if (problem !== undefined)
      return [
        { code: "syntax" as const, at: problem, name: placed.expression.text, detail: problem.message },
      ];
    const problems: TypeProblem[] = [];
    const type = check(placed, problems);
    const found: readonly ExpressionFinding[] = problems;
    return found.length > 0 || type === undefined ? found : valueFindings(file, placed, type);
  });
}

/** What does not go with the place where the value stands. */
function valueFindings(
  file: WorkflowFile,
  placed: PlacedExpression,
  type: ValueType,
): readonly ExpressionFinding[] {
  const { alone, expression, path } = placed;
  const common = {
    at: { start: expression.start, end: expression.end },
    name: expression.text,
    detail: nameOf(type),
  };
  if (type.kind === "any") return [];
  const wanted = wantedAt(path);
  if ((!alone || wanted === "text") && !isText(type)) return [{ ...common, code: "noText" }];
  if (wanted === "object" && type.kind !== "object") return [{ ...common, code: "noObject" }];
  const declared = alone ? declaredAt(file, path) : undefined;
  if (declared === undefined || declared.kind === type.kind) return [];
  return [{ ...common, code: "wrongInput", detail: `${nameOf(type)}, where ${nameOf(declared)} belongs` }];
}

/** The type that the default of an input must have, where anything but a text is asked for. */
function declaredAt(file: WorkflowFile, path: PlacedExpression["path"]): ValueType | undefined {
  if (file.kind === "action" || !isInputDefault(path)) return undefined;
  const declared = inputDeclaredType(getNode(file.document.document.root, path.slice(0, -1)));
  return declared.kind === "any" || declared.kind === "string" ? undefined : declared;
}

function isText({ kind }: ValueType): boolean {
  return kind !== "object" && kind !== "array" && kind !== "null";
}

function isInputDefault(path: PlacedExpression["path"]): boolean {
  return path.length === 5 && path[0] === "on" && path[1] === "workflow_call" && path[4] === "default";
}

const OBJECTS: ReadonlySet<string> = new Set(["env", "credentials"]);
const TEXTS: ReadonlySet<string> = new Set(["run", "name", "shell", "working-directory", "run-name", "url"]);

/** What GitHub does with the value there: makes a text of it, takes it as an object, or either. */
function wantedAt(path: PlacedExpression["path"]): "text" | "object" | "any" {
  const last = String(path.at(-1));
  const parent = String(path.at(-2));
  if (OBJECTS.has(last) && parent !== "env") return "object";
  if (parent === "env" || parent === "with") return "text";
  return TEXTS.has(last) ? "text" : "any";
}
