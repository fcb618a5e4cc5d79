import type { CatalogueRuleId, RequirementId } from "./requirements.ts";
import type { MappingStatus } from "./vocabulary.data.ts";

/** The documents that the model links to. */
export const documentIds = [
  "reference-design",
  "disa-image-guide",
  "disa-hardening-process",
  "k8s-stig",
  "srg-ctr",
  "nist-800-53r5",
  "cci",
  "nist-800-190",
  "pss",
  "nsa",
  "cis-k8s",
  "cis-docker",
  "bigbang-policies",
  "uds-policies",
  "p1-oscal",
  "iron-bank",
  "iron-bank-abc",
  "scca",
  "cnap-rd",
  "trivy-check",
  "certified-k8s",
] as const;
/** A document that the model links to. */
export type DocumentId = (typeof documentIds)[number];

/** What sort of document it is. Controls of a `control-set` are what an authorizing official asks for. */
export const documentKinds = [
  "design",
  "control-set",
  "policy-set",
  "component-definitions",
  "pipeline",
  "tool",
  "list",
] as const;
/** A sort of document. */
export type DocumentKind = (typeof documentKinds)[number];

/** Where a rule of the Kubernetes STIG is set. */
export const stigPlaces = [
  "API server flags",
  "cluster state",
  "controller-manager flags",
  "etcd flags",
  "kubelet configuration",
  "node files",
  "process",
  "scheduler flags",
  "workload manifests",
] as const;
/** A place where a rule of the Kubernetes STIG is set. */
export type StigPlace = (typeof stigPlaces)[number];

/** From what a rule of the Kubernetes STIG can be verified. `cluster-config` is static where that configuration is in git, else live. */
export const stigProofs = ["manifest", "cluster-config", "live", "node-scan", "attestation"] as const;
/** From what a rule of the Kubernetes STIG can be verified. */
export type StigProof = (typeof stigProofs)[number];

/** Levels of DISA rules: `high` is CAT I, `medium` CAT II, `low` CAT III. */
export const disaLevels = ["high", "medium", "low"] as const;
/** A level of a DISA rule. */
export type DisaLevel = (typeof disaLevels)[number];

/** Strength of an item of the DISA image guide. */
export const guideStrengths = ["MUST", "SHOULD"] as const;
/** Strength of an item of the DISA image guide. */
export type GuideStrength = (typeof guideStrengths)[number];

/** A document that the model links to. */
export interface ControlDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly version: string;
  /** How far the document was verified, in words. */
  readonly status: string;
  /** Where the facts were read. Absent for the reference design itself. */
  readonly source?: string;
}

/** A link from a requirement to a place, or to several controls, of another document. */
export interface RequirementControl {
  readonly requirement: RequirementId;
  readonly document: DocumentId;
  /** The place: a section, an id, or a capability named in words. */
  readonly ref?: string;
  /** NIST SP 800-53 ids, lower case. */
  readonly controls?: readonly string[];
  /** The Platform One package that makes the claim. */
  readonly package?: string;
  readonly status: MappingStatus;
  /** Where the link was read; where absent, the source of the document holds. */
  readonly source?: string;
  readonly note?: string;
}

/** A link from a rule of the catalogue to a place of another document. Its source is the source of the document. */
export interface RuleControl {
  readonly catalogueRule: CatalogueRuleId;
  readonly document: DocumentId;
  readonly ref: string;
  /** The CCI and the control that the DISA image guide prints for that item. */
  readonly cci?: string;
  readonly iaControl?: string;
  readonly status: MappingStatus;
}

/** An item of the DISA Container Image Creation and Deployment Guide V2R0.6. */
export interface DisaImageGuideItem {
  readonly section: string;
  readonly topic: string;
  readonly strength: GuideStrength;
  /** The control that the guide prints. */
  readonly iaControl: string;
  readonly cci: string;
  /** The control that the public CCI list gives for that CCI. In five items it differs from the printed one. */
  readonly cciListControl: string;
}

/** A rule of the DISA Kubernetes STIG. */
export interface KubernetesStigRule {
  readonly vulnId: string;
  /** Absent where no source gave it. */
  readonly stigId?: string;
  /** The rule id of V2R6, where it was read. */
  readonly ruleId?: string;
  readonly severity: DisaLevel;
  readonly topic: string;
  readonly where: StigPlace;
  readonly verifiableFrom: StigProof;
  readonly cci: readonly string[];
  /** Controls of NIST SP 800-53 revision 4, as the source tags them. */
  readonly nistRev4: readonly string[];
  /** Whether it belongs to the set of 91 rules of later releases. */
  readonly inLaterReleases: boolean;
  /** Whether it was compared with release V2R6. */
  readonly verifiedInV2R6: boolean;
  readonly source: string;
}

/** A requirement of the Container Platform SRG. */
export interface ContainerPlatformSrgRequirement {
  readonly id: string;
  readonly level: DisaLevel;
}

/** A section of NIST SP 800-190. */
export interface Nist800190Section {
  readonly section: string;
  readonly topic: string;
}

/** A control of NIST SP 800-53 that occurs in this model. */
export interface Nist80053Control {
  /** Lower case, an enhancement in brackets: `ac-6(10)`. */
  readonly id: string;
  /** The two letters of its family. */
  readonly family: string;
  /** The documents through which it occurs. What only a DISA document cites follows revision 4. */
  readonly citedBy: readonly DocumentId[];
  /** CCIs that the DISA image guide or the Kubernetes STIG ties to it. Empty where they tie none. */
  readonly ccis: readonly string[];
}
