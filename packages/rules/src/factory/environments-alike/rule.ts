import { defineRule, type WorkspaceProblem, type WorkspaceRule } from "@plimsoll/core";
import {
  factoryWithInventory,
  type DeclaredEntry,
  type DeclaredText,
} from "../../shared-factory/declared.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/environments-alike",
  title: "A tool has the same version and image in every environment",
  severity: "warning",
  confidence: "high",
  surface: "factory",
  catalogue: ["FI010"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory) {
    const factory = factoryWithInventory(inventory);
    if (factory === undefined) return;
    for (const entries of byProduct(factory.tools)) {
      for (const field of ["version", "image"]) yield* differences(factory.file, field, entries);
    }
  },
});

/** Entries that name their environment, by category and product. */
function byProduct(tools: readonly DeclaredEntry[]): Iterable<readonly DeclaredEntry[]> {
  const groups = new Map<string, DeclaredEntry[]>();
  for (const tool of tools) {
    if (!tool.has("environment")) continue;
    const key = `${tool.get("category")?.text ?? ""} ${tool.get("product")?.text.toLowerCase() ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [tool]);
    else group.push(tool);
  }
  return groups.values();
}

/** Each entry that differs from the first. */
function* differences(
  file: string,
  field: string,
  entries: readonly DeclaredEntry[],
): Iterable<WorkspaceProblem> {
  const first = entries.find((entry) => entry.has(field));
  const expected = first?.get(field);
  if (first === undefined || expected === undefined) return;
  for (const entry of entries) {
    const actual = entry.get(field);
    if (actual === undefined || actual.text === expected.text) continue;
    const product = entry.get("product")?.text ?? "";
    const here = entry.get("environment")?.text ?? "";
    yield {
      problem: field === "version" ? "versionDiffers" : "imageDiffers",
      file,
      at: actual.range,
      subject: `${product} ${here}`,
      message: `${product} is ${actual.text} in ${here} and ${expected.text} in ${environmentOf(first)}: what is tested in one says little of the other.`,
      related: [{ file, range: expected.range, message: `${field} in ${environmentOf(first)}` }],
    };
  }
}

function environmentOf(entry: DeclaredEntry): string {
  const text: DeclaredText | undefined = entry.get("environment");
  return text?.text ?? "";
}
