import { defineRule, monitoringKinds, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import { toolCategoryById } from "@plimsoll/model/tools";
import { factoryWithInventory, type DeclaredFactory } from "../../shared-factory/declared.ts";
import { factoryTools, fillersOf, isAttested, type FactoryTools } from "../../shared-factory/tools.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/log-flow-complete",
  title: "Logs find their way from the agents to analysis, alerts and incidents",
  severity: "error",
  confidence: "medium",
  surface: "factory",
  catalogue: ["FI009"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, context) {
    const factory = factoryWithInventory(inventory);
    // Where another layer says it, its places are not here.
    if (factory === undefined || (factory.logFlow.size === 0 && context.declared.logFlow !== undefined))
      return;
    const tools = factoryTools(inventory, factory, context);
    for (const part of PARTS) {
      if (!factory.logFlow.has(part.field) && !isFilled(part.categories, factory, tools)) {
        yield problemOf(factory, part);
      }
    }
    yield* unmonitored(factory);
  },
});

interface Part {
  /** Field of `logFlow`. */
  readonly field: string;
  readonly problem: string;
  readonly words: string;
  /** Categories of tools that are this part of the way. */
  readonly categories: readonly string[];
}

const PARTS: readonly Part[] = [
  { field: "agent", problem: "noAgent", words: "Nothing collects the logs", categories: ["logging-agent"] },
  { field: "store", problem: "noStore", words: "No local store takes the logs", categories: ["log-storage"] },
  {
    field: "analysis",
    problem: "noAnalysis",
    words: "Nothing analyses the filtered logs: no SIEM, SOAR or provider of cyber defence is named",
    categories: ["siem-soar"],
  },
  { field: "alerts", problem: "noAlerts", words: "Nothing says where alerts go", categories: [] },
  {
    field: "incidents",
    problem: "noIncidents",
    words: "Nothing says where incidents are tracked",
    categories: [],
  },
];

function isFilled(categories: readonly string[], factory: DeclaredFactory, tools: FactoryTools): boolean {
  return categories.some((id) => {
    const category = toolCategoryById(id);
    return category !== undefined && (fillersOf(category, tools).size > 0 || isAttested(category, factory));
  });
}

function problemOf({ file, at }: DeclaredFactory, { field, problem, words }: Part): WorkspaceProblem {
  const where = field === "agent" ? "declare a logging agent" : `name it in \`logFlow.${field}\``;
  return { problem, file, at, subject: field, message: `${words}: ${where}.` };
}

function* unmonitored({ file, at, logFlow }: DeclaredFactory): Iterable<WorkspaceProblem> {
  const missing = monitoringKinds.filter((kind) => !logFlow.has(`monitoring.${kind}`));
  if (missing.length === 0) return;
  yield {
    problem: "notMonitored",
    file,
    at,
    subject: missing.join(" "),
    message: `Nothing is named that monitors ${missing.join(", ")}: fill \`logFlow.monitoring\`.`,
  };
}
