/** A tool that the factory runs, as its people declare it. */
export interface DeclaredTool {
  /** The tool category, such as `container-security-scanner`. */
  readonly category: string;
  readonly product: string;
  readonly version?: string;
  /** The image that it runs from. */
  readonly image?: string;
  /** Where it runs, such as `test` or `production`. */
  readonly environment?: string;
  /** The code that stands it up: a folder of the repository, or an address. */
  readonly iac?: string;
}

/** What hosts an environment; `cloud` is that of a commercial provider with an authorization. */
export const hostingKinds = ["cloud", "dod-data-center", "on-premises", "bare-metal"] as const;
/** What hosts an environment. */
export type HostingKind = (typeof hostingKinds)[number];

/** Impact levels of the Cloud Computing SRG. */
export const impactLevels = ["il2", "il4", "il5", "il6"] as const;
/** An impact level of the Cloud Computing SRG. */
export type ImpactLevel = (typeof impactLevels)[number];

/** A cluster that the factory or its products run in. */
export interface DeclaredEnvironment {
  readonly name: string;
  /** The Kubernetes product, such as `RKE2`. */
  readonly distribution?: string;
  /** `1.34` or `v1.34`. */
  readonly kubernetesVersion?: string;
  readonly hosting?: HostingKind;
  readonly impactLevel?: ImpactLevel;
  /** Where the authorization of the hosting environment is recorded. */
  readonly authorization?: string;
  /** Who builds and maintains the cluster. */
  readonly owner?: string;
  /** ISO date: the last day on which the distribution's version is supported. */
  readonly supportEnds?: string;
}

/** Where artifacts of the factory are kept. */
export interface DeclaredRepository {
  /** Host, such as `registry.factory.example`. */
  readonly host: string;
  /** One repository for all, or one a network or purpose. */
  readonly mode?: "single" | "split";
  readonly artifactTypes?: readonly string[];
  readonly retentionDays?: number;
}

/** The kinds of monitoring that the reference design asks for in its section 5.2. */
export const monitoringKinds = ["application", "compute", "storage", "network", "security", "data"] as const;
/** A kind of monitoring. */
export type MonitoringKind = (typeof monitoringKinds)[number];

/** The way of the logs; each value names a product, an address or a team. */
export interface DeclaredLogFlow {
  /** The local central store. */
  readonly store?: string;
  /** The SIEM, SOAR or provider of cyber defence that gets the filtered logs. */
  readonly analysis?: string;
  /** Where alerts go. */
  readonly alerts?: string;
  /** Where incidents are tracked. */
  readonly incidents?: string;
  /** What monitors each kind. */
  readonly monitoring?: Readonly<Partial<Record<MonitoringKind, string>>>;
}

/** A person's statement that a requirement is met. */
export interface Attestation {
  /** Id of the requirement. */
  readonly requirement: string;
  readonly statement: string;
  readonly role: string;
  readonly who: string;
  /** ISO date. */
  readonly date: string;
  /** Where the evidence is kept. */
  readonly document?: string;
  /** ISO date; the statement holds through this day (UTC). */
  readonly expires?: string;
}

/** What no file of the workspace can prove. Data only: accepted, validated, and judged by rules that ask for it. */
export interface DeclaredInventory {
  readonly tools: readonly DeclaredTool[];
  readonly attestations: readonly Attestation[];
  readonly environments?: readonly DeclaredEnvironment[];
  readonly artifactRepository?: DeclaredRepository;
  readonly logFlow?: DeclaredLogFlow;
}
