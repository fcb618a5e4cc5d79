import { toolCategories, type ToolCategory, type ToolProduct } from "@plimsoll/model/tools";
import type { DeclaredTool } from "../config/declared-inventory.ts";
import type { ToolDetection } from "./recognise-tools.ts";

/** A tool that people declare and the product that the model knows it as. */
export interface DeclaredMatch {
  /** Its place in the list. */
  readonly index: number;
  readonly tool: DeclaredTool;
  readonly category: ToolCategory | undefined;
  readonly product: ToolProduct | undefined;
  readonly detection: ToolDetection | undefined;
}

/** What people declare beside what files show. */
export interface DeclaredComparison {
  readonly matches: readonly DeclaredMatch[];
  /** Declared, and its product is known, and no file shows it. */
  readonly undetected: readonly DeclaredMatch[];
  /** Strong detections of products that nobody declares, where anything is declared at all. */
  readonly undeclared: readonly ToolDetection[];
}

/** Compares the declared tools with the detected ones. Names are compared without case, spaces and punctuation. */
export function compareDeclared(
  declared: readonly DeclaredTool[],
  detections: readonly ToolDetection[],
): DeclaredComparison {
  const matches = declared.map((tool, index) => matchOf(tool, index, detections));
  const known = new Set(matches.flatMap(({ product }) => (product === undefined ? [] : [product.id])));
  return {
    matches,
    undetected: matches.filter(({ product, detection }) => product !== undefined && detection === undefined),
    undeclared:
      declared.length === 0
        ? []
        : detections.filter(
            ({ strength, state, product }) =>
              strength === "strong" && state === "present" && !known.has(product),
          ),
  };
}

function matchOf(tool: DeclaredTool, index: number, detections: readonly ToolDetection[]): DeclaredMatch {
  const categories = toolCategories();
  const category = categories.find(
    ({ id, title }) => isSame(id, tool.category) || isSame(title, tool.category),
  );
  const inCategory = category?.products ?? categories.flatMap(({ products }) => products);
  const product =
    inCategory.find(({ id, name }) => isSame(id, tool.product) || isSame(name, tool.product)) ??
    inCategory.find(({ id, name }) => isPartOf(tool.product, name) || isPartOf(tool.product, id));
  const detection = detections.find(
    (one) => one.product === product?.id && one.category === product.category && one.state === "present",
  );
  return { index, tool, category, product, detection };
}

function isSame(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** `NeuVector` is `NeuVector scanner`, and `Falco` is not `Falcosidekick`. */
function isPartOf(declared: string, name: string): boolean {
  const words = name.split(/[^A-Za-z0-9]+/u).map(plain);
  const asked = declared
    .split(/[^A-Za-z0-9]+/u)
    .map(plain)
    .filter((word) => word !== "");
  return asked.length > 0 && asked.every((word) => words.includes(word));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");
}
