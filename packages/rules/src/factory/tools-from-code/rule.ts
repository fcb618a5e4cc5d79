import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { factoryWithInventory } from "../../shared-factory/declared.ts";
import { factoryTools } from "../../shared-factory/tools.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/tools-from-code",
  title: "Every declared tool is stood up from code",
  severity: "warning",
  confidence: "medium",
  surface: "factory",
  catalogue: ["FI008"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, context) {
    const factory = factoryWithInventory(inventory);
    if (factory === undefined) return;
    for (const { index, tool, detection } of factoryTools(inventory, factory, context).matches) {
      const entry = factory.tools[index];
      const product = entry?.get("product");
      if (product === undefined || entry?.has("iac") === true || detection !== undefined) continue;
      yield {
        problem: "noSource",
        file: factory.file,
        at: product.range,
        subject: `${tool.category}/${tool.product}`,
        message: `Nothing says from which code ${tool.product} is stood up: the workspace does not show it, and \`iac\` is missing.`,
      };
    }
  },
});
