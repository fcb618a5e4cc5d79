import {
  defineRule,
  type RelatedLocation,
  type WorkspaceContext,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { factoryWithInventory, type DeclaredFactory } from "../../shared-factory/declared.ts";
import { factoryTools, type FactoryTools } from "../../shared-factory/tools.ts";
import { imageName, readImage, trustProblem } from "../../shared-images/image-trust.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/tools-from-hardened-images",
  title: "Tools of the factory run from hardened images",
  severity: "error",
  confidence: "high",
  surface: "factory",
  catalogue: ["FI005"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, context) {
    const factory = factoryWithInventory(inventory);
    if (factory === undefined) return;
    yield* declaredImages(factory, context);
    yield* runningImages(factory, factoryTools(inventory, factory, context), context);
  },
});

function* declaredImages(
  { file, tools }: DeclaredFactory,
  context: WorkspaceContext,
): Iterable<WorkspaceProblem> {
  for (const tool of tools) {
    const image = tool.get("image");
    if (image === undefined) continue;
    const name = tool.get("product")?.text ?? "the tool";
    yield* judge({ file, ...image }, { name, context, related: [] });
  }
}

/** Images by which a declared tool is recognised in the files. */
function* runningImages(
  { file, tools }: DeclaredFactory,
  { matches }: FactoryTools,
  context: WorkspaceContext,
): Iterable<WorkspaceProblem> {
  const told = new Set<string>();
  for (const { index, tool, detection } of matches) {
    const product = tools[index]?.get("product");
    const related: readonly RelatedLocation[] =
      product === undefined
        ? []
        : [{ file, range: product.range, message: `${tool.product} is declared here` }];
    for (const { by, file: place, range, text, off, template } of detection?.signals ?? []) {
      const key = `${place}:${range.start.offset}`;
      if (by !== "image" || off || template || told.has(key)) continue;
      told.add(key);
      yield* judge({ file: place, range, text }, { name: tool.product, context, related });
    }
  }
}

interface Place {
  readonly file: string;
  readonly range: RelatedLocation["range"];
  readonly text: string;
}

interface Tool {
  readonly name: string;
  readonly context: WorkspaceContext;
  readonly related: readonly RelatedLocation[];
}

function* judge({ file, range, text }: Place, { name, context, related }: Tool): Iterable<WorkspaceProblem> {
  const image = readImage(text);
  const problem = image === undefined ? undefined : trustProblem(image, context.images);
  if (image === undefined || problem === undefined) return;
  yield {
    ...problem,
    file,
    at: range,
    subject: text,
    message: `${name} runs from ${imageName(image)}, which is not among the trusted sources: tools of the factory come hardened from Iron Bank.`,
    related,
  };
}
