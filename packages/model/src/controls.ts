import containerPlatformSrgJson from "./data/container-platform-srg.json" with { type: "json" };
import disaImageGuideJson from "./data/disa-image-guide.json" with { type: "json" };
import documentsJson from "./data/documents.json" with { type: "json" };
import kubernetesStigJson from "./data/kubernetes-stig.json" with { type: "json" };
import nist800190Json from "./data/nist-800-190.json" with { type: "json" };
import nist80053Json from "./data/nist-800-53.json" with { type: "json" };
import requirementControlsJson from "./data/requirement-controls.json" with { type: "json" };
import ruleControlsJson from "./data/rule-controls.json" with { type: "json" };
import type {
  ContainerPlatformSrgRequirement,
  ControlDocument,
  DisaImageGuideItem,
  KubernetesStigRule,
  Nist800190Section,
  Nist80053Control,
  RequirementControl,
  RuleControl,
} from "./control-types.ts";
import { frozen } from "./frozen.ts";
import { groupRows, indexRows } from "./index-rows.ts";

export * from "./control-types.ts";

/** The documents that the model links to. */
export const documents: readonly ControlDocument[] = frozen(documentsJson);
/** The 29 items of the DISA Container Image Creation and Deployment Guide. */
export const disaImageGuide: readonly DisaImageGuideItem[] = frozen(disaImageGuideJson);
/** The rules of the DISA Kubernetes STIG. */
export const kubernetesStig: readonly KubernetesStigRule[] = frozen(kubernetesStigJson);
/** The requirements of the Container Platform SRG. */
export const containerPlatformSrg: readonly ContainerPlatformSrgRequirement[] =
  frozen(containerPlatformSrgJson);
/** The sections of NIST SP 800-190 that name a risk or a countermeasure. */
export const nist800190: readonly Nist800190Section[] = frozen(nist800190Json);
/** The controls of NIST SP 800-53 that occur in this model, not the whole catalogue. */
export const nist80053: readonly Nist80053Control[] = frozen(nist80053Json);
/** Links from requirements to other documents. */
export const requirementControls: readonly RequirementControl[] = frozen(requirementControlsJson);
/** Links from rules of the catalogue to other documents. */
export const ruleControls: readonly RuleControl[] = frozen(ruleControlsJson);

const documentIndex = indexRows<string, ControlDocument>(documents, (document) => document.id);
const nist80053Index = indexRows<string, Nist80053Control>(nist80053, (control) => control.id);
const byRequirement = groupRows<string, RequirementControl>(requirementControls, (link) => link.requirement);
const byCatalogueRule = groupRows<string, RuleControl>(ruleControls, (link) => link.catalogueRule);
const byControl = groupRows<string, RuleControl>(ruleControls, controlReference);

/** `<document>:<id>`, the form in which findings and rules cite a control, such as `nist-800-53r5:ac-6(10)`. */
export function controlReference(link: Pick<RuleControl, "document" | "ref">): string {
  return `${link.document}:${link.ref}`;
}

/** The document of that id, or `undefined` where there is none. */
export function documentById(id: string): ControlDocument | undefined {
  return documentIndex.get(id);
}

/** The NIST SP 800-53 control of that id in its lower-case form, `ac-6(10)`, or `undefined` where it does not occur. */
export function nist80053ById(id: string): Nist80053Control | undefined {
  return nist80053Index.get(id);
}

/** The links of a requirement. Empty where it has none. */
export function controlsByRequirement(requirement: string): readonly RequirementControl[] {
  return byRequirement.get(requirement) ?? [];
}

/** The links of a rule of the catalogue. Empty where it has none. */
export function controlsByCatalogueRule(catalogueRule: string): readonly RuleControl[] {
  return byCatalogueRule.get(catalogueRule) ?? [];
}

/** The links that cite a control, given as `<document>:<id>`. Empty where no rule cites it. */
export function linksByControl(reference: string): readonly RuleControl[] {
  return byControl.get(reference) ?? [];
}
