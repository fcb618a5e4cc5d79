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
}
