import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { toolCategories } from "@plimsoll/model/tools";
import { factoryWithInventory } from "../../shared-factory/declared.ts";
import { factoryTools, fillersOf, isAttested } from "../../shared-factory/tools.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/preferred-capabilities-present",
  title: "Every preferred or recommended capability of the factory has a component",
  severity: "warning",
  confidence: "medium",
  surface: "factory",
  catalogue: ["FI003"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, context) {
    const factory = factoryWithInventory(inventory);
    if (factory === undefined) return;
    const tools = factoryTools(inventory, factory, context);
    for (const category of toolCategories()) {
      if (!PREFERRED.has(category.id) || isAttested(category, factory)) continue;
      if (fillersOf(category, tools).size > 0) continue;
      yield {
        problem: "missing",
        file: factory.file,
        at: factory.at,
        subject: category.id,
        message: `${category.title}: the design prefers to have one, and none is declared, found or attested.`,
      };
    }
  },
});

/** Categories whose rows in the design's tables are preferred or recommended. */
const PREFERRED: ReadonlySet<string> = new Set(["log-visualization", "gitops", "siem-soar"]);
