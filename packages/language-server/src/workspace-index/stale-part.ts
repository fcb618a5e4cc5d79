import type { Finding, ResourceRecord, WorkspaceRule } from "@plimsoll/core";
import type { Alignment } from "./align-places.ts";

/** The namespace whose judgement an object is part of; undefined for one that may be part of all. */
export function namespaceOf({ kind, name, namespace }: NonNullable<Finding["resource"]>): string | undefined {
  return kind === "Namespace" ? name : namespace;
}

/** The part of a workspace that changed since its rules judged it. */
export class StalePart {
  /** All rules are to judge again, whatever they read. */
  readonly #isAll: boolean;
  /** Something changed that every namespace may follow from. */
  #isEverywhere = false;
  #isEmpty: boolean;
  #identities = false;
  readonly #namespaces = new Set<string>();
  readonly #kinds = new Set<string>();
  /** Rules that are to judge whatever they read. */
  readonly #rules = new Set<string>();

  /** @param isAll true where nothing was judged yet */
  constructor(isAll: boolean) {
    this.#isAll = isAll;
    this.#isEmpty = !isAll;
  }

  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** The namespaces that changed; undefined for all of them. */
  get namespaces(): ReadonlySet<string> | undefined {
    return this.#isAll || this.#isEverywhere ? undefined : this.#namespaces;
  }

  /** Notes what changed in a file. */
  addChange({ gone, come, sameIdentities }: Alignment): void {
    this.#isEmpty = false;
    for (const record of gone) this.#add(record);
    for (const record of come) this.#add(record);
    this.#identities ||= !sameIdentities;
  }

  /** A kind came into the workspace or went: in all namespaces a rule may have asked for it. */
  addExistence(): void {
    this.#isEmpty = false;
    this.#isEverywhere = true;
  }

  /** A finding was dropped: its rule is to say again what it finds. */
  addLost({ ruleId, resource }: Finding): void {
    this.#isEmpty = false;
    this.#rules.add(ruleId);
    if (resource !== undefined) this.#add(resource);
  }

  /** Whether a rule may find something else now. */
  concerns({ id, reads }: Pick<WorkspaceRule, "id" | "reads">): boolean {
    if (this.#isEmpty || this.#isAll) return this.#isAll;
    if (this.#rules.has(id)) return true;
    if (reads === undefined) return true;
    if (reads === "namespace") return this.#isEverywhere || this.#namespaces.size > 0;
    if (reads === "identities") return this.#identities;
    return reads.kinds.some((kind) => this.#kinds.has(kind));
  }

  #add(object: NonNullable<Finding["resource"]>): void {
    this.#isEmpty = false;
    this.#kinds.add(object.kind);
    const namespace = namespaceOf(object);
    if (namespace === undefined) this.#isEverywhere = true;
    else this.#namespaces.add(namespace);
  }
}

/** Which kinds a workspace holds, for rules that ask whether it holds any. */
export class KindCounts {
  readonly #counts = new Map<string, number>();

  /** Takes objects that went and came. True where a kind came into the workspace or went from it. */
  change(gone: readonly ResourceRecord[], come: readonly ResourceRecord[]): boolean {
    const differences = new Map<string, number>();
    for (const record of gone) count(differences, kindKey(record), -1);
    for (const record of come) count(differences, kindKey(record), 1);
    let isNews = false;
    for (const [key, difference] of differences) {
      const before = this.#counts.get(key) ?? 0;
      const after = before + difference;
      isNews ||= (before === 0) !== (after === 0);
      this.#counts.set(key, after);
    }
    return isNews;
  }
}

function count(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Rules ask for kinds and groups, and for whatever makes pods. */
function kindKey({ group, kind, podLabels }: ResourceRecord): string {
  return `${group}\u0000${kind}\u0000${podLabels === undefined ? "" : "pods"}`;
}

/**
 * The objects that the judgement of some namespaces follows from: their own, those without a namespace, and one of every other kind, so
 * that whether the workspace holds the kind is answered as for all objects.
 */
export function partOf(
  records: readonly ResourceRecord[],
  namespaces: ReadonlySet<string>,
): readonly ResourceRecord[] {
  const known = new Set<string>();
  return records.filter((record) => {
    if (record.namespace === undefined || namespaces.has(record.namespace)) return true;
    const key = kindKey(record);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
