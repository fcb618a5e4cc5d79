import requirementsJson from "./data/requirements.json" with { type: "json" };
import { frozen, lazily } from "./frozen.ts";
import type { catalogueRuleIds, requirementIds } from "./ids.data.ts";
import { indexRows } from "./index-rows.ts";
import type {
  Automation,
  Baseline,
  EffectiveLevel,
  EvidenceType,
  FigureId,
  Phase,
  RequirementKind,
  SectionRef,
  VerificationClass,
} from "./vocabulary.data.ts";

/** Id of a requirement: `K8S-RD-<section>-<SLUG>` for prose, `T<table>-<SLUG>` for a table row. A valid OSCAL token. */
export type RequirementId = (typeof requirementIds)[number];

/** Id of a rule of the catalogue, such as `DF001`. Rules of the product name these ids; they are not rule ids of the product. */
export type CatalogueRuleId = (typeof catalogueRuleIds)[number];

/** From what a requirement is verified, and what remains for a person. */
export interface Verification {
  readonly primary: VerificationClass;
  /** Further classes that strengthen or complete the proof. */
  readonly alsoFrom: readonly VerificationClass[];
  readonly automation: Automation;
  /** How it is verified and what is left. */
  readonly note: string;
}

/** One requirement of the reference design, restated in our words. */
export interface Requirement {
  readonly id: RequirementId;
  readonly section: SectionRef;
  /** The figure that the requirement is read from, where it is. */
  readonly figure?: FigureId;
  readonly title: string;
  readonly kind: RequirementKind;
  readonly baseline: Baseline;
  readonly effective: EffectiveLevel;
  readonly phases: readonly Phase[];
  readonly statement: string;
  readonly verification: Verification;
  /** Rules of the catalogue that bear on it. Empty where no rule can. */
  readonly catalogueRules: readonly CatalogueRuleId[];
  readonly evidence: readonly EvidenceType[];
}

const read = lazily(() => {
  const rows: readonly Requirement[] = frozen(requirementsJson);
  return { rows, byId: indexRows<string, Requirement>(rows, (requirement) => requirement.id) };
});

/** All requirements, in the order of the text: prose first, then the tables. */
export const requirements: readonly Requirement[] = /* @__PURE__ */ allRequirements();

/** {@link requirements}, for programs that seldom need them: they are read with the first call. */
export function allRequirements(): readonly Requirement[] {
  return read().rows;
}

/** The requirement of that id, or `undefined` where there is none. */
export function requirementById(id: string): Requirement | undefined {
  return read().byId.get(id);
}
