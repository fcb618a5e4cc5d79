import type { WorkflowFile } from "@plimsoll/core";
import {
  asMap,
  asScalar,
  asSequence,
  contextPath,
  effectiveEntries,
  entryName,
  expressionsIn,
  getEntry,
  getNode,
  scalarText,
  walkYaml,
  type ExpressionNode,
  type WorkflowVariable,
} from "@plimsoll/syntax";
import type { PlacedStep } from "../shared-workflow/places.ts";
import { eventEntries } from "../shared-workflow-types/inputs.ts";
import { trustOfPath, type Trust } from "./untrusted.ts";

/** The part of an expression that is least to be trusted. */
export interface Tainted {
  readonly trust: Exclude<Trust, "safe">;
  readonly node: ExpressionNode;
  /** Such as `github.event.issue.title`. */
  readonly name: string;
}

const RANK: Readonly<Record<Trust, number>> = { safe: 0, computed: 1, starter: 2, outsider: 3 };

/** What of an expression's value may hold text of somebody's choice; undefined where nothing does. */
export function taintOf(
  root: ExpressionNode,
  place: { readonly file: WorkflowFile; readonly step: PlacedStep },
): Tainted | undefined {
  let worst: Tainted | undefined;
  for (const node of valueNodes(root)) {
    const path = contextPath(node);
    if (path === undefined) continue;
    const trust = trustIn(path, place);
    if (trust !== "safe" && RANK[trust] > RANK[worst?.trust ?? "safe"])
      worst = { trust, node, name: path.join(".") };
  }
  return worst;
}

/** Functions whose value holds text of their arguments. */
const PASSES_ON: ReadonlySet<string> = new Set(["format", "join", "tojson", "fromjson", "case"]);

/** The chains whose values get into the value; what is only compared does not. */
function valueNodes(root: ExpressionNode): readonly ExpressionNode[] {
  switch (root.kind) {
    case "literal":
    case "unary":
      return [];
    case "call":
      return PASSES_ON.has(root.name.toLowerCase()) ? root.arguments.flatMap(valueNodes) : [];
    case "binary":
      if (root.operator === "||") return [...valueNodes(root.left), ...valueNodes(root.right)];
      return root.operator === "&&" ? valueNodes(root.right) : [];
    default:
      if (contextPath(root) !== undefined) return [root];
      return root.kind === "context" ? [] : valueNodes(root.object);
  }
}

function trustIn(
  path: readonly string[],
  place: { readonly file: WorkflowFile; readonly step: PlacedStep },
): Trust {
  const [context, name = ""] = path;
  const { file, step } = place;
  if (context === "matrix") return matrixTrust(name, step);
  if (context === "env") return variableTrust(name, place);
  const isInput = context === "inputs" || (context === "github" && path[2] === "inputs");
  return isInput ? inputTrust(path.at(-1) ?? "", file) : trustOfPath(path);
}

/** Inputs of a closed set of values hold no other text. */
const CLOSED: ReadonlySet<string> = new Set(["boolean", "number", "choice"]);

function inputTrust(name: string, file: WorkflowFile): Trust {
  if (file.kind === "action") return "starter";
  const entries = ["workflow_dispatch", "workflow_call"].flatMap((event) =>
    eventEntries(file.workflow, event, "inputs").slice(0, MAXIMUM_LOOKED_AT),
  );
  const own = entries.filter((entry) => entryName(entry).toLowerCase() === name);
  const types = own.map((entry) => scalarText(getNode(entry.value, ["type"])));
  return types.length > 0 && types.every((type) => type !== undefined && CLOSED.has(type))
    ? "safe"
    : "starter";
}

/** A row that the file writes out is the file's own. */
function matrixTrust(name: string, { job }: PlacedStep): Trust {
  const matrix = job?.strategy === undefined ? undefined : asMap(getEntry(job.strategy, "matrix")?.value);
  if (matrix === undefined) return "computed";
  const row = effectiveEntries(matrix).find((entry) => entryName(entry).toLowerCase() === name)?.value;
  const include = getEntry(matrix, "include")?.value;
  const isPlain = [row, include].every(
    (node) => node === undefined || (asSequence(node) !== undefined && !holdsExpression(node)),
  );
  return isPlain ? "safe" : "computed";
}

function holdsExpression(node: Parameters<typeof walkYaml>[0]): boolean {
  let found = false;
  walkYaml(node, (inner) => {
    if (inner.kind === "scalar" && inner.text.includes("${{")) found = true;
    return !found;
  });
  return found;
}

/** Variables and inputs of a place that are looked at for each expression; what comes behind them is not known. */
const MAXIMUM_LOOKED_AT = 400;

/** A variable is as good as what it is set to; one that is set elsewhere is not known. */
function variableTrust(
  name: string,
  { file, step }: { readonly file: WorkflowFile; readonly step: PlacedStep },
): Trust {
  const sets: readonly (readonly WorkflowVariable[])[] = [
    step.step.environment,
    step.job?.environment ?? [],
    file.kind === "workflow" ? file.workflow.environment : [],
  ];
  const looked = sets.flatMap((variables) => variables.slice(0, MAXIMUM_LOOKED_AT));
  const set = looked.find((one) => one.name.toLowerCase() === name);
  const scalar = asScalar(set?.value);
  if (scalar === undefined) return "computed";
  let worst: Trust = "safe";
  for (const { root } of expressionsIn(file.document.document, scalar)) {
    for (const node of root === undefined ? [] : valueNodes(root)) {
      const path = contextPath(node);
      // A variable of a variable is not followed further.
      const trust = path === undefined || path[0] === "env" ? "computed" : trustOfPath(path);
      if (RANK[trust] > RANK[worst]) worst = trust;
    }
  }
  return worst;
}
