import type { ProposedFix, WorkflowFile } from "@plimsoll/core";
import { contextPath, setValue, stepShell, type Expression, type ExpressionNode } from "@plimsoll/syntax";
import type { PlacedStep } from "../shared-workflow/places.ts";
import { shellOf } from "../shared-workflow/scripts.ts";

/**
 * Hands the value to the script as a variable, which a shell does not read as code. Only where the place in the script is a word
 * outside single quotes, in which a variable means what the expression meant.
 */
export function variableFix(
  file: WorkflowFile,
  { step: placed, expression }: { readonly step: PlacedStep; readonly expression: Expression },
): readonly ProposedFix[] {
  const { step } = placed;
  const { document } = file.document;
  const { root } = expression;
  const script = stepShell(document, step, shellOf(file, placed));
  if (root === undefined || script?.kind !== "script" || expression.text.includes("\n")) return [];
  const words = script.commands.flatMap(({ name, words: rest }) =>
    name === undefined ? rest : [name, ...rest],
  );
  const word = words.find(({ start, end }) => start <= expression.start && expression.end <= end);
  if (word === undefined) return [];
  const quote = quoteAt(document.text.slice(word.start, expression.start));
  if (quote === "single") return [];
  const name = freeName(nameFor(root), placed);
  const added = setValue(document, step.node, ["env", name], `\${{ ${expression.text} }}`);
  if (added.length === 0) return [];
  const newText = quote === "double" ? `\${${name}}` : `"\${${name}}"`;
  return [
    {
      title: `Hand the value over as $${name}`,
      safety: "review",
      edits: [{ start: expression.start, end: expression.end, newText }, ...added],
    },
  ];
}

/** Which quotes are open at the end of a piece of a word. */
function quoteAt(text: string): "none" | "single" | "double" {
  let open: "none" | "single" | "double" = "none";
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\" && open !== "single") at += 1;
    else if (character === "'" && open !== "double") open = open === "single" ? "none" : "single";
    else if (character === '"' && open !== "single") open = open === "double" ? "none" : "double";
  }
  return open;
}

/** `github.event.issue.title` becomes ISSUE_TITLE. */
function nameFor(root: ExpressionNode): string {
  const path = contextPath(root) ?? [];
  const steps = path.filter(
    (step, index) => step !== "*" && !(index < 2 && (step === "github" || step === "event")),
  );
  const name = steps
    .join("_")
    .toUpperCase()
    .replaceAll(/[^A-Z0-9_]/g, "_");
  return /^[A-Z_]/.test(name) ? name : "VALUE";
}

function freeName(name: string, { step }: PlacedStep): string {
  const taken = new Set(step.environment.map((one) => one.name.toUpperCase()));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}_${number}`;
  return free;
}
