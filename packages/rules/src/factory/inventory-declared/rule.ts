import {
  defineRule,
  nearest,
  type FileEdit,
  type Inventory,
  type WorkspaceContext,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { toolCategories } from "@plimsoll/model/tools";
import { declaredFactory, type DeclaredFactory } from "../../shared-factory/declared.ts";
import { factoryTools } from "../../shared-factory/tools.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/inventory-declared",
  title: "The factory's inventory is declared, in known categories",
  severity: "error",
  confidence: "medium",
  surface: "factory",
  catalogue: ["FI001"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, context) {
    const factory = declaredFactory(inventory);
    if (factory === undefined) return;
    if (!factory.isDeclared) {
      if (isFactory(inventory)) yield missing(inventory, factory, context);
      return;
    }
    if (factory.tools.length === 0 && context.declared.tools.length === 0) yield withoutTools(factory);
    yield* unknownCategories(factory);
  },
});

/** A workspace with a pipeline and objects to deploy builds something for a cluster. */
function isFactory({ resources, files }: Inventory): boolean {
  return (
    files.some(({ workflow }) => workflow !== undefined) &&
    resources.some(({ podLabels }) => podLabels !== undefined)
  );
}

function missing(
  inventory: Inventory,
  factory: DeclaredFactory,
  context: WorkspaceContext,
): WorkspaceProblem {
  const { file, at, facts } = factory;
  const { range, text } = facts.end;
  const tools = factoryTools(inventory, factory, context)
    .detections.filter(({ strength, state }) => strength === "strong" && state === "present")
    .map(({ category, name }) => `    - category: ${category}\n      product: ${JSON.stringify(name)}\n`);
  const newText = `${text === "\n" ? "" : "\n"}inventory:\n  tools:${tools.length === 0 ? " []\n" : `\n${tools.join("")}`}`;
  const edit: FileEdit = { file, start: range.start.offset, end: range.start.offset, newText };
  return {
    problem: "missing",
    file,
    at,
    message:
      "The workspace builds and deploys, and nobody declares what the factory is made of: add `inventory`.",
    fixes: [{ title: "Declare the tools that the files show", safety: "review", edits: [edit] }],
  };
}

function withoutTools({ file, at }: DeclaredFactory): WorkspaceProblem {
  return { problem: "noTools", file, at, message: "The inventory names no tool of the factory." };
}

function* unknownCategories({ file, tools }: DeclaredFactory): Iterable<WorkspaceProblem> {
  const names = toolCategories().flatMap(({ id, title }) => [id, title]);
  const known = new Set(names.map(plain));
  for (const tool of tools) {
    const category = tool.get("category");
    if (category === undefined || known.has(plain(category.text))) continue;
    const near = nearest(category.text, names);
    const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
    yield {
      problem: "unknownCategory",
      file,
      at: category.range,
      subject: category.text,
      message: `Category "${category.text}" is none of the reference design, so the tool counts for nothing.${hint}`,
    };
  }
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");
}
