import type { Range } from "@plimsoll/syntax";

/** What a node of the graph is. */
export type NodeKind =
  | "dockerfile"
  | "image"
  | "job"
  | "workload"
  | "namespace"
  | "service-account"
  | "role"
  | "network-policy"
  | "mesh-policy"
  | "gitops"
  | "environment";

/**
 * How two nodes hang together, read from the first to the second:
 * - `builds-on`: Dockerfile → image it starts from;
 * - `uses`: job → Dockerfile it builds;
 * - `builds`, `pushes`, `copies`, `scans`, `signs`, `attests`, `checks`, `releases`, `promotes`: job → image;
 * - `before`: job → job that must have passed; `deploys-to`: job → environment;
 * - `runs`: workload → image; `in`: object → namespace; `acts-as`: workload → service account; `may`: service account → role;
 * - `guards`: network or mesh policy → workload; `reconciles`: GitOps object → what it deploys; `serves`: object → environment.
 */
export type Relation =
  | "builds-on"
  | "uses"
  | "builds"
  | "pushes"
  | "copies"
  | "scans"
  | "signs"
  | "attests"
  | "checks"
  | "releases"
  | "promotes"
  | "before"
  | "deploys-to"
  | "runs"
  | "in"
  | "acts-as"
  | "may"
  | "guards"
  | "reconciles"
  | "serves";

/** A thing of the factory. */
export interface GraphNode {
  /** Unique: the kind, a colon and what makes it the same thing. */
  readonly id: string;
  readonly kind: NodeKind;
  /** For a reader. */
  readonly name: string;
  /** Where it is stated; absent for what other files only name, such as an image of another registry. */
  readonly file?: string;
  readonly range?: Range;
  /** Index into `Inventory.resources`, for objects. */
  readonly resource?: number;
}

/** A tie between two things, and the place that states it. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly file: string;
  readonly range: Range;
}

/** How the files of a workspace hang together. */
export interface FactoryGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly node: (id: string) => GraphNode | undefined;
  readonly ofKind: (kind: NodeKind) => readonly GraphNode[];
  /** Edges that leave a node, optionally of one relation. */
  readonly from: (id: string, relation?: Relation) => readonly GraphEdge[];
  /** Edges that reach a node. */
  readonly to: (id: string, relation?: Relation) => readonly GraphEdge[];
}
