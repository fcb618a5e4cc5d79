import { defineRule, type ToolDetection, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { factoryWithInventory, type DeclaredFactory } from "../../shared-factory/declared.ts";
import { factoryTools, type FactoryTools } from "../../shared-factory/tools.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/declared-tools-found",
  title: "Declared tools are found in the files, and found tools are declared",
  severity: "warning",
  confidence: "medium",
  surface: "factory",
  catalogue: ["FI004"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, context) {
    const factory = factoryWithInventory(inventory);
    if (factory === undefined) return;
    const tools = factoryTools(inventory, factory, context);
    yield* undetected(factory, tools);
    for (const detection of tools.undeclared) yield undeclared(factory, detection);
  },
});

/** A tool whose code lies elsewhere by its own word is not expected here. */
function* undetected(
  { file, tools: declared }: DeclaredFactory,
  tools: FactoryTools,
): Iterable<WorkspaceProblem> {
  for (const { index, tool } of tools.undetected) {
    const entry = declared[index];
    const product = entry?.get("product");
    if (product === undefined || entry?.get("iac")?.text.includes("://") === true) continue;
    yield {
      problem: "notFound",
      file,
      at: product.range,
      subject: tool.product,
      message: notFound(tool.product, entry?.get("iac")?.text),
    };
  }
}

function notFound(product: string, code: string | undefined): string {
  if (code !== undefined)
    return `${product} is declared with code in ${code}, and no file of the workspace shows it.`;
  return `${product} is declared, and no manifest, chart or workflow of the workspace shows it. Name its code in \`iac\` where it is kept elsewhere.`;
}

function undeclared(
  { file, at }: DeclaredFactory,
  { name, product, category, signals }: ToolDetection,
): WorkspaceProblem {
  return {
    problem: "notDeclared",
    file,
    at,
    subject: `${category}/${product}`,
    message: `${name} is found in the files and not declared in the inventory (category ${category}).`,
    related: signals.slice(0, 3).map((signal) => ({
      file: signal.file,
      range: signal.range,
      message: `${signal.by} ${signal.text}`,
    })),
  };
}
