import categoriesJson from "./data/tool-categories.json" with { type: "json" };
import productsJson from "./data/tool-products.json" with { type: "json" };
import { frozen, lazily } from "./frozen.ts";
import { groupRows, indexRows } from "./index-rows.ts";
import type { RequirementId } from "./requirements.ts";
import type { Confidence } from "./vocabulary.data.ts";

/** Traces of a product in Kubernetes manifests and charts. A list that is absent says nothing. */
export interface ProductSignals {
  /**
   * Regular expressions over the normalized image reference, unanchored unless they say so. Strip declared mirror prefixes first.
   * The build checks that each compiles and that none can backtrack.
   */
  readonly imagePatterns?: readonly string[];
  /** Chart names: dependencies of a Chart.yaml, the chart of a HelmRelease or of an Argo CD source. */
  readonly helmCharts?: readonly string[];
  readonly apiGroups?: readonly string[];
  readonly kinds?: readonly string[];
  /** `key` or `key=value`. */
  readonly labels?: readonly string[];
  readonly namespaces?: readonly string[];
  /** `key`, `key=value`, or `prefix/*`. */
  readonly annotations?: readonly string[];
}

/** Traces of a product in workflow files. */
export interface PipelineSignals {
  /** The `uses:` value without its ref; a closing `/*` stands for any repository of that owner. */
  readonly actions?: readonly string[];
  /** Command words in scripts. */
  readonly clis?: readonly string[];
  readonly images?: readonly string[];
}

/** A product that can fill a tool category, and how it is recognized. One product may appear in several categories. */
export interface ToolProduct {
  readonly category: ToolCategoryId;
  readonly id: string;
  readonly name: string;
  readonly signals: ProductSignals;
  readonly ci: PipelineSignals;
  readonly capabilities: readonly string[];
  /** Paths below the Iron Bank project at which the product is published. */
  readonly ironBankPaths: readonly string[];
  /** Whether Platform One's Big Bang packages it. */
  readonly bigBang: boolean;
  /** Whether UDS Core packages it. */
  readonly udsCore: boolean;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  /** Scanners only: two products of one family are one scanner. */
  readonly engineFamily?: string;
  /** Scanners only: whose advisories it reads. */
  readonly advisoryLineage?: string;
  /** Scanners only: report formats it can write. */
  readonly reportFormats?: readonly string[];
  /** API groups among the signals that no source confirmed. */
  readonly unverifiedSignals?: readonly string[];
  readonly note?: string;
}

/** A category of tools that the reference design asks for, with the products that fill it. */
export interface ToolCategory {
  readonly id: ToolCategoryId;
  readonly title: string;
  readonly requirements: readonly RequirementId[];
  /** How many products a factory needs at least. */
  readonly minimum: number;
  readonly note?: string;
  readonly products: readonly ToolProduct[];
}

/** The tool categories. */
export const toolCategoryIds = [
  "logging-agent",
  "log-storage",
  "log-visualization",
  "container-policy-enforcement",
  "runtime-defense",
  "service-mesh",
  "mesh-proxy",
  "vulnerability-management",
  "cve-service",
  "artifact-repository",
  "zero-trust-identity",
  "cicd-orchestrator",
  "gitops",
  "iac-cac",
  "netflow",
  "siem-soar",
  "container-scanner",
  "scap-tool",
  "cnap",
  "sast",
  "dast",
  "supply-chain",
] as const;
/** A tool category. */
export type ToolCategoryId = (typeof toolCategoryIds)[number];

/** Every product of every category. */
export const toolProducts: () => readonly ToolProduct[] = lazily(() => frozen(productsJson));

/** The tool categories with their products. */
export const toolCategories: () => readonly ToolCategory[] = lazily(() => {
  const products = groupRows<string, ToolProduct>(toolProducts(), (product) => product.category);
  return Object.freeze(
    frozen<readonly Omit<ToolCategory, "products">[]>(categoriesJson).map((category) =>
      Object.freeze({ ...category, products: Object.freeze(products.get(category.id) ?? []) }),
    ),
  );
});

const byId = lazily(() => indexRows<string, ToolCategory>(toolCategories(), (category) => category.id));

/** The category of that id, or `undefined` where there is none. */
export function toolCategoryById(id: string): ToolCategory | undefined {
  return byId().get(id);
}
