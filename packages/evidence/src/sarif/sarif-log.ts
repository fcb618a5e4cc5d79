/** The parts of SARIF 2.1.0 (OASIS, errata 01) that Plimsoll writes. Names and meaning are those of the standard. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: { readonly driver: SarifToolComponent };
  readonly automationDetails: { readonly id: string };
  readonly columnKind: "utf16CodeUnits";
  readonly originalUriBaseIds: Readonly<Record<string, { readonly description: SarifMessage }>>;
  readonly invocations: readonly SarifInvocation[];
  readonly artifacts: readonly SarifArtifact[];
  readonly taxonomies: readonly SarifToolComponent[];
  readonly results: readonly SarifResult[];
  readonly properties: SarifProperties;
}

export type SarifProperties = Readonly<Record<string, unknown>>;

export type SarifLevel = "none" | "note" | "warning" | "error";

export interface SarifMessage {
  readonly text: string;
  readonly markdown?: string;
}

export interface SarifToolComponent {
  readonly name: string;
  readonly fullName?: string;
  readonly version?: string;
  readonly semanticVersion?: string;
  readonly shortDescription?: SarifMessage;
  readonly isComprehensive?: boolean;
  readonly rules?: readonly SarifDescriptor[];
  readonly notifications?: readonly SarifDescriptor[];
  readonly supportedTaxonomies?: readonly SarifComponentReference[];
  readonly taxa?: readonly SarifDescriptor[];
}

/** A rule, a kind of notification, or a taxon. */
export interface SarifDescriptor {
  readonly id: string;
  readonly name?: string;
  readonly deprecatedIds?: readonly string[];
  readonly shortDescription?: SarifMessage;
  readonly fullDescription?: SarifMessage;
  readonly defaultConfiguration?: { readonly level: SarifLevel };
  readonly helpUri?: string;
  readonly help?: SarifMessage;
  readonly relationships?: readonly {
    readonly target: SarifDescriptorReference;
    readonly kinds: readonly string[];
  }[];
  readonly properties?: SarifProperties;
}

export interface SarifComponentReference {
  readonly name: string;
  readonly index: number;
}

export interface SarifDescriptorReference {
  readonly id: string;
  readonly index: number;
  readonly toolComponent?: SarifComponentReference;
}

export interface SarifArtifactLocation {
  readonly uri: string;
  readonly uriBaseId: string;
  readonly index: number;
}

export interface SarifArtifact {
  readonly location: SarifArtifactLocation;
  readonly roles: readonly ["analysisTarget"];
}

/** Lines and columns count from 1, columns in UTF-16 code units; the end column is exclusive. */
export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface SarifLocation {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: SarifArtifactLocation;
    readonly region?: SarifRegion;
  };
  readonly logicalLocations?: readonly SarifLogicalLocation[];
  readonly message?: SarifMessage;
}

export interface SarifLogicalLocation {
  readonly name: string;
  readonly fullyQualifiedName: string;
  readonly kind: "resource";
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly SarifSuppression[];
  readonly fixes?: readonly SarifFix[];
  readonly taxa?: readonly SarifDescriptorReference[];
  readonly properties: SarifProperties;
}

export interface SarifSuppression {
  readonly kind: "external" | "inSource";
  readonly status: "accepted";
  readonly justification: string;
  readonly properties: SarifProperties;
}

export interface SarifFix {
  readonly description: SarifMessage;
  readonly artifactChanges: readonly SarifArtifactChange[];
  readonly properties: SarifProperties;
}

export interface SarifArtifactChange {
  readonly artifactLocation: SarifArtifactLocation;
  readonly replacements: readonly SarifReplacement[];
}

export interface SarifReplacement {
  readonly deletedRegion: SarifRegion;
  readonly insertedContent: { readonly text: string };
}

export interface SarifInvocation {
  readonly executionSuccessful: boolean;
  readonly endTimeUtc?: string;
  readonly toolExecutionNotifications: readonly SarifNotification[];
}

export interface SarifNotification {
  readonly descriptor: SarifDescriptorReference;
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly associatedRule?: SarifDescriptorReference;
  readonly locations?: readonly SarifLocation[];
  readonly properties?: SarifProperties;
}
