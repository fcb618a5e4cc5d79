import type { FactoryGraph, GraphEdge, GraphNode, NodeKind, Relation } from "./factory-graph.ts";

/** Edges of one graph; what goes beyond is left out and told by {@link GraphBuilder.isFull}. */
export const MAXIMUM_EDGES = 500_000;

const NOTHING: readonly never[] = [];

/** Collects nodes and edges. A node that is added twice keeps what was known of it first, and a place where only the second has one. */
export class GraphBuilder {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #edges: GraphEdge[] = [];
  readonly #known = new Set<string>();

  get isFull(): boolean {
    return this.#edges.length >= MAXIMUM_EDGES;
  }

  node(node: GraphNode): string {
    const known = this.#nodes.get(node.id);
    if (known === undefined || (known.file === undefined && node.file !== undefined)) {
      this.#nodes.set(node.id, node);
    }
    return node.id;
  }

  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  /** The same tie at the same place is one. */
  edge(edge: GraphEdge): void {
    const { from, to, relation, file, range } = edge;
    const key = `${from}\u0000${relation}\u0000${to}\u0000${file}\u0000${range.start.offset}`;
    if (this.isFull || this.#known.has(key)) return;
    this.#known.add(key);
    this.#edges.push(edge);
  }

  finish(): FactoryGraph {
    const nodes = [...this.#nodes.values()];
    const edges = this.#edges;
    const outgoing = groupBy(edges, ({ from }) => from);
    const incoming = groupBy(edges, ({ to }) => to);
    const kinds = groupBy<GraphNode, NodeKind>(nodes, ({ kind }) => kind);
    return {
      nodes,
      edges,
      node: (id) => this.#nodes.get(id),
      ofKind: (kind) => kinds.get(kind) ?? NOTHING,
      from: (id, relation) => ofRelation(outgoing.get(id), relation),
      to: (id, relation) => ofRelation(incoming.get(id), relation),
    };
  }
}

function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function ofRelation(
  edges: readonly GraphEdge[] | undefined,
  relation: Relation | undefined,
): readonly GraphEdge[] {
  if (edges === undefined) return NOTHING;
  return relation === undefined ? edges : edges.filter((edge) => edge.relation === relation);
}
