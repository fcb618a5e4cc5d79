import type { RequirementId } from "@plimsoll/model";
import { toolCategories, type ToolCategory } from "@plimsoll/model/tools";
import type { DeclaredTool } from "../config/declared-inventory.ts";
import { compareDeclared, type DeclaredComparison } from "../tools/compare-declared.ts";
import type { ToolDetection } from "../tools/recognise-tools.ts";
import type { CategoryPosture, Proof } from "./posture.ts";
import { rolledUp } from "./rolled-up.ts";

/** The tools of a factory, by category. */
export interface Capabilities {
  readonly categories: readonly CategoryPosture[];
  readonly comparison: DeclaredComparison;
  readonly ofRequirement: (id: RequirementId) => readonly CategoryPosture[];
}

/** What fills a category although no product of it is seen. */
export interface OtherFillers {
  /** A registry of the factory's own is named. */
  readonly hasRegistry: boolean;
  readonly hasWorkflows: boolean;
}

export function capabilitiesOf(
  detections: readonly ToolDetection[],
  declared: readonly DeclaredTool[],
  others: OtherFillers,
): Capabilities {
  const comparison = compareDeclared(declared, detections);
  const categories = toolCategories().map((category) =>
    categoryPosture(category, { detections, comparison, others }),
  );
  return {
    categories,
    comparison,
    ofRequirement: (id) => {
      const summed: readonly string[] = rolledUp(id);
      return categories.filter(
        ({ requirements, category }) => requirements.includes(id) || summed.includes(category),
      );
    },
  };
}

interface Tools {
  readonly detections: readonly ToolDetection[];
  readonly comparison: DeclaredComparison;
  readonly others: OtherFillers;
}

function categoryPosture(
  category: ToolCategory,
  { detections: all, comparison, others }: Tools,
): CategoryPosture {
  const detections = all.filter((one) => one.category === category.id);
  const declared = comparison.matches.filter((match) => match.category?.id === category.id);
  const familyOf = (id: string): string =>
    category.products.find((product) => product.id === id)?.engineFamily ?? id;
  const filled = new Set([
    ...detections.filter(({ state }) => state === "present").map(({ product }) => familyOf(product)),
    ...declared.map(({ product, tool }) => (product === undefined ? tool.product : familyOf(product.id))),
  ]);
  const isOtherwise =
    (category.id === "artifact-repository" && others.hasRegistry) ||
    (category.id === "cicd-orchestrator" && others.hasWorkflows);
  return {
    category: category.id,
    title: category.title,
    requirements: category.requirements,
    minimum: category.minimum,
    detections,
    declared: declared.map(({ tool }) => tool),
    count: Math.max(filled.size, isOtherwise ? 1 : 0),
  };
}

/** The tools that fill a category, as proofs: what is present with its most telling signal, then what people declare. */
export function toolProofs({ detections, declared }: CategoryPosture): readonly Proof[] {
  const present = detections.filter(({ state }) => state === "present");
  const shown = present.length > 0 ? present : detections;
  return [
    ...shown.flatMap((detection): readonly Proof[] => {
      const { category, product, name, strength, state } = detection;
      const [signal] = detection.signals;
      return signal === undefined
        ? []
        : [{ kind: "tool", detection: { category, product, name, strength, state }, signal }];
    }),
    ...declared.map((tool): Proof => ({ kind: "declared", tool })),
  ];
}
