import catalogueRulesJson from "./data/catalogue-rules.json" with { type: "json" };
import { frozen, lazily } from "./frozen.ts";
import { indexRows } from "./index-rows.ts";
import type { CatalogueRuleId, RequirementId } from "./requirements.ts";
import type { CatalogueSeverity, CatalogueTarget } from "./vocabulary.data.ts";

/**
 * A rule as the catalogue proposes it: the reference entry between a requirement and the rules of the product.
 * A rule of the product names the entries it covers and so inherits their requirements and controls.
 */
export interface CatalogueRule {
  readonly id: CatalogueRuleId;
  /** Says what is wrong, unlike a rule id of the product, which says what must hold. */
  readonly slug: string;
  readonly target: CatalogueTarget;
  /** The default; a profile may change it. */
  readonly severity: CatalogueSeverity;
  /** What a finding means, in one line. */
  readonly meaning: string;
  /** Whether the catalogue foresees a quick fix. */
  readonly quickFix: boolean;
  /** Requirements it bears on. Empty only where a rule serves good practice alone. */
  readonly requirements: readonly RequirementId[];
}

const read = lazily(() => {
  const rows: readonly CatalogueRule[] = frozen(catalogueRulesJson);
  return { rows, byId: indexRows<string, CatalogueRule>(rows, (rule) => rule.id) };
});

/** All entries of the rule catalogue, by target. */
export const catalogueRules: readonly CatalogueRule[] = /* @__PURE__ */ read().rows;

/** The entry of that id, or `undefined` where there is none. */
export function catalogueRuleById(id: string): CatalogueRule | undefined {
  return read().byId.get(id);
}
