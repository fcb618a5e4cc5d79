import type { ModelData } from "./model-data.ts";
import type { Fault } from "./shape.ts";

/** The disposition that follows from the class of an API group. */
const dispositionByClass = {
  "k8s-core": "allow",
  "k8s-config-file": "allow",
  "k8s-sig-or-wg": "allow",
  "cncf-project": "allow",
  "oss-neutral": "allow",
  "vendor-operated-portable": "allow-declared",
  "vendor-iac": "deny-in-workload-allow-in-iac",
  "vendor-only": "deny",
} satisfies Record<
  ModelData["api-groups.json"][number]["class"],
  ModelData["api-groups.json"][number]["disposition"]
>;

/** Checks what products, API groups and images are recognized by. */
export function recognitionFaults(data: ModelData): readonly Fault[] {
  const paths = new Set(data["ironbank-images.json"].map((image) => image.path));
  return [
    ...categoryFaults(data),
    ...data["tool-products.json"].flatMap((product) => {
      const faults = (product.signals.imagePatterns ?? []).flatMap(patternFaults);
      for (const path of product.ironBankPaths)
        if (!paths.has(path)) faults.push(`ironbank-images.json has no ${path}`);
      for (const group of product.unverifiedSignals ?? [])
        if (product.signals.apiGroups?.includes(group) !== true)
          faults.push(`${group} is not one of its signals`);
      return faults.map((message) => ({
        file: "tool-products.json",
        record: `${product.category} ${product.id}`,
        message,
      }));
    }),
    ...data["api-groups.json"].flatMap(apiGroupFaults),
    ...data["ironbank-images.json"].flatMap((image) =>
      (image.upstream.length === 0) === (image.upstreamMapping === "none")
        ? []
        : [
            {
              file: "ironbank-images.json",
              record: image.path,
              message: "its upstreams and its upstreamMapping disagree",
            },
          ],
    ),
    ...data["iron-bank.json"].fallbacks
      .filter((fallback) => !paths.has(fallback.path))
      .map(({ path }) => ({
        file: "iron-bank.json",
        record: path,
        message: "ironbank-images.json has no such path",
      })),
  ];
}

function categoryFaults(data: ModelData): readonly Fault[] {
  return data["tool-categories.json"].flatMap((category) => {
    const products = data["tool-products.json"].filter((product) => product.category === category.id).length;
    if (products >= Math.max(1, category.minimum)) return [];
    return [
      {
        file: "tool-categories.json",
        record: category.id,
        message: `has ${products} products, which cannot fill it`,
      },
    ];
  });
}

function apiGroupFaults(group: ModelData["api-groups.json"][number]): readonly Fault[] {
  const faults: string[] = [];
  if (group.pattern.startsWith("*.") !== (group.match === "glob"))
    faults.push("its pattern and its match disagree");
  if (group.disposition !== dispositionByClass[group.class])
    faults.push(`a group of class ${group.class} is ${dispositionByClass[group.class]}`);
  if ((group.confidence === "unverified") !== (group.source === "general knowledge"))
    faults.push("its source and its confidence disagree");
  return faults.map((message) => ({ file: "api-groups.json", record: group.pattern, message }));
}

/** A pattern may repeat one thing once, and never a group, so that matching takes linear or, unanchored, quadratic time at most. */
function patternFaults(pattern: string): string[] {
  const bare = pattern.replaceAll(/\\./g, "x");
  const faults: string[] = [];
  if ((bare.match(/[*+{]/g) ?? []).length > 1 || /\)[*+{]/.test(bare))
    faults.push(`${pattern} can backtrack`);
  try {
    RegExp(pattern, "u");
  } catch {
    faults.push(`${pattern} is not a regular expression`);
  }
  return faults;
}
