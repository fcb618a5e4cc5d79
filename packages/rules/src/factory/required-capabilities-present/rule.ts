import {
  defineRule,
  type Inventory,
  type WorkspaceContext,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { toolCategories, type ToolCategory } from "@plimsoll/model/tools";
import { factoryWithInventory, type DeclaredFactory } from "../../shared-factory/declared.ts";
import { factoryTools, fillersOf, isAttested } from "../../shared-factory/tools.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/required-capabilities-present",
  title: "Every required capability of the factory has a component",
  severity: "error",
  confidence: "medium",
  surface: "factory",
  catalogue: ["FI002"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, context) {
    const factory = factoryWithInventory(inventory);
    if (factory === undefined) return;
    const tools = factoryTools(inventory, factory, context);
    for (const category of toolCategories()) {
      if (category.minimum === 0 || isAttested(category, factory)) continue;
      const found = fillersOf(category, tools);
      if (found.size >= category.minimum || isFilledOtherwise(category, { inventory, factory, context }))
        continue;
      yield problemOf(category, found, factory);
    }
  },
});

interface Workspace {
  readonly inventory: Inventory;
  readonly factory: DeclaredFactory;
  readonly context: WorkspaceContext;
}

/** A repository is known by its host, and workflows are run by an orchestrator. */
function isFilledOtherwise({ id }: ToolCategory, { inventory, factory, context }: Workspace): boolean {
  if (id === "artifact-repository") {
    const host = factory.repository.get("host")?.text ?? context.declared.artifactRepository?.host;
    return host !== undefined || context.images.registry !== undefined;
  }
  return id === "cicd-orchestrator" && inventory.pipeline().flows.length > 0;
}

function problemOf(
  category: ToolCategory,
  found: ReadonlySet<string>,
  factory: DeclaredFactory,
): WorkspaceProblem {
  const { file, at } = factory;
  const { title, id, minimum } = category;
  const common = { file, at, subject: id };
  if (found.size > 0) {
    return {
      ...common,
      problem: "tooFew",
      message: `${title}: the design asks for ${minimum} different ones, and only ${[...found].join(", ")} is declared or found.`,
    };
  }
  return {
    ...common,
    problem: "missing",
    message: `${title}: no tool is declared in the inventory, found in the files, or attested.`,
  };
}
