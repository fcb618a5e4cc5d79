import {
  compareDeclared,
  recogniseTools,
  type DeclaredComparison,
  type DeclaredTool,
  type Inventory,
  type ToolDetection,
  type WorkspaceContext,
} from "@plimsoll/core";
import type { ToolCategory } from "@plimsoll/model/tools";
import type { DeclaredEntry, DeclaredFactory } from "./declared.ts";

/** The declared tools beside those that files show. */
export interface FactoryTools extends DeclaredComparison {
  readonly detections: readonly ToolDetection[];
}

const memo = new WeakMap<Inventory, FactoryTools>();

/** Compares once for all rules of a judgement. Tools that other layers declare count, at the end. */
export function factoryTools(
  inventory: Inventory,
  factory: DeclaredFactory,
  context: WorkspaceContext,
): FactoryTools {
  const known = memo.get(inventory);
  if (known !== undefined) return known;
  const { resources, files } = inventory;
  const detections = recogniseTools({ resources, files, images: context.images });
  const own = factory.tools.map(asTool);
  const others = context.declared.tools.filter(
    ({ category, product }) => !own.some((tool) => tool.category === category && tool.product === product),
  );
  const tools = { detections, ...compareDeclared([...own, ...others], detections) };
  memo.set(inventory, tools);
  return tools;
}

function asTool(entry: DeclaredEntry): DeclaredTool {
  const version = entry.get("version")?.text;
  const image = entry.get("image")?.text;
  return {
    category: entry.get("category")?.text ?? "",
    product: entry.get("product")?.text ?? "",
    ...(version === undefined ? {} : { version }),
    ...(image === undefined ? {} : { image }),
  };
}

/** Products that fill a category, declared or found; scanners of one engine are one. */
export function fillersOf(
  category: ToolCategory,
  { matches, detections }: FactoryTools,
): ReadonlySet<string> {
  const found = new Set<string>();
  const nameOf = (product: string): string =>
    category.products.find(({ id }) => id === product)?.engineFamily ?? product;
  for (const match of matches) {
    if (match.category?.id === category.id) found.add(nameOf(match.product?.id ?? match.tool.product));
  }
  for (const { category: id, product, state } of detections) {
    if (id === category.id && state === "present") found.add(nameOf(product));
  }
  return found;
}

/** Whether a person answers for a requirement of the category: what runs outside of the repository can be attested. */
export function isAttested({ requirements }: ToolCategory, { attestations }: DeclaredFactory): boolean {
  const ids: ReadonlySet<string> = new Set(requirements);
  return attestations.some((entry) => ids.has(entry.get("requirement")?.text ?? ""));
}
