import { CodedError } from "../error/coded-error.ts";
import type { FileFacts } from "../graph/file-facts.ts";
import { makeGraph } from "../graph/make-graph.ts";
import { readPipeline } from "../pipeline/read-pipeline.ts";
import type { Inventory, Referrer, ResourceRecord } from "./inventory.ts";
import { selectorMatches, type LabelSelector } from "./label-selector.ts";

/** Comparisons of labels that one inventory makes at most: some seconds. */
const MAXIMUM_COMPARISONS = 20_000_000;

const NOTHING: readonly never[] = [];

class Index<Value> {
  readonly #lists = new Map<string, Value[]>();

  add(key: string, value: Value): void {
    const known = this.#lists.get(key);
    if (known === undefined) this.#lists.set(key, [value]);
    else known.push(value);
  }

  get(key: string): readonly Value[] {
    return this.#lists.get(key) ?? NOTHING;
  }
}

function join(first: string, second: string, third?: string): string {
  return third === undefined ? `${first}\u0000${second}` : `${first}\u0000${second}\u0000${third}`;
}

/** The inventory of all records, indexed by kind, namespace, name, reference and pod label. Indexes are made on first use. */
export function makeInventory(
  resources: readonly ResourceRecord[],
  files: readonly FileFacts[] = NOTHING,
): Inventory {
  const kinds = later(() => indexKinds(resources));
  const names = later(() => indexNames(resources));
  const references = later(() => indexReferences(resources));
  const pods = later(() => new PodIndex(resources));
  const pipeline = later(() => readPipeline(files));
  const inventory: Inventory = {
    resources,
    files,
    pipeline,
    graph: later(() => makeGraph(inventory)),
    ofKind: (kind, namespace) =>
      namespace === undefined ? kinds().get(kind) : kinds().get(join(kind, namespace)),
    named: (kind, name) => names().get(join(kind, name)),
    referencesTo: (kind) => references().get(kind),
    referrers: (kind, name) => references().get(join(kind, name)),
    podsMatching: (selector, namespace) => pods().matching(selector, namespace ?? ""),
  };
  return inventory;
}

function later<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function indexKinds(resources: readonly ResourceRecord[]): Index<ResourceRecord> {
  const index = new Index<ResourceRecord>();
  for (const record of resources) {
    index.add(record.kind, record);
    index.add(join(record.kind, record.namespace ?? ""), record);
  }
  return index;
}

function indexNames(resources: readonly ResourceRecord[]): Index<ResourceRecord> {
  const index = new Index<ResourceRecord>();
  for (const record of resources) index.add(join(record.kind, record.name), record);
  return index;
}

function indexReferences(resources: readonly ResourceRecord[]): Index<Referrer> {
  const index = new Index<Referrer>();
  for (const [number, record] of resources.entries()) {
    for (const reference of record.references ?? []) {
      const referrer = { index: number, record, reference };
      index.add(reference.kind, referrer);
      index.add(join(reference.kind, reference.name), referrer);
    }
  }
  return index;
}

/** Workloads by namespace and by each label of their pods, so that a selector looks only at the rarest of its labels. */
class PodIndex {
  readonly #byNamespace = new Index<ResourceRecord>();
  readonly #byLabel = new Index<ResourceRecord>();
  readonly #known = new Map<string, readonly ResourceRecord[]>();
  /** Several rules ask for the very same selector. */
  readonly #asked = new Map<
    LabelSelector,
    { readonly namespace: string; readonly found: readonly ResourceRecord[] }
  >();
  #comparisons = 0;

  constructor(resources: readonly ResourceRecord[]) {
    for (const record of resources) {
      if (record.podLabels === undefined) continue;
      const namespace = record.namespace ?? "";
      this.#byNamespace.add(namespace, record);
      for (const [key, value] of Object.entries(record.podLabels))
        this.#byLabel.add(join(namespace, key, value), record);
    }
  }

  matching(selector: LabelSelector, namespace: string): readonly ResourceRecord[] {
    const asked = this.#asked.get(selector);
    if (asked?.namespace === namespace) return asked.found;
    const found = this.#match(selector, namespace);
    this.#asked.set(selector, { namespace, found });
    return found;
  }

  #match(selector: LabelSelector, namespace: string): readonly ResourceRecord[] {
    const key = join(namespace, JSON.stringify(selector));
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const candidates = this.#candidates(selector, namespace);
    this.#count(candidates.length);
    const found = candidates.filter(
      ({ podLabels }) => podLabels !== undefined && selectorMatches(selector, podLabels),
    );
    this.#known.set(key, found);
    return found;
  }

  #candidates(selector: LabelSelector, namespace: string): readonly ResourceRecord[] {
    let best = this.#byNamespace.get(namespace);
    for (const [key, value] of Object.entries(selector.labels)) {
      const list = this.#byLabel.get(join(namespace, key, value));
      if (list.length < best.length) best = list;
    }
    return best;
  }

  #count(comparisons: number): void {
    this.#comparisons += comparisons;
    if (this.#comparisons <= MAXIMUM_COMPARISONS) return;
    throw new CodedError({
      code: "inventory/too-many-selectors",
      message: "The workspace has too many selectors for its number of workloads to compare them all.",
      nextStep: "Check parts of the workspace on their own.",
    });
  }
}
