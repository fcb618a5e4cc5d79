import { compareIds, isCve } from "./vulnerability-id.ts";

/** Names of one vulnerability. */
export interface AliasGroup {
  /** The lowest CVE, else the lowest GHSA, else the lowest other name. */
  readonly primary: string;
  /** All names, the primary first. */
  readonly ids: readonly string[];
}

/**
 * Which ids name the same vulnerability, from what all reports say. Names of names count too, but never so that two CVEs
 * become one: where they would, a name stays with the one CVE that a report ties it to directly, else alone. So the outcome
 * does not depend on the order of the reports.
 */
export class AliasGroups {
  readonly #neighbours = new Map<string, Set<string>>();
  #groups: Map<string, AliasGroup> | undefined;

  /** Adds an id and the other names that a report gives it. */
  add(id: string, aliases: readonly string[]): void {
    const own = this.#neighboursOf(id);
    for (const alias of aliases) {
      if (own.has(alias)) continue;
      own.add(alias);
      this.#neighboursOf(alias).add(id);
      this.#groups = undefined;
    }
  }

  groupOf(id: string): AliasGroup {
    this.#groups ??= this.#build();
    return this.#groups.get(id) ?? { primary: id, ids: [id] };
  }

  #neighboursOf(id: string): Set<string> {
    let set = this.#neighbours.get(id);
    if (set === undefined) {
      set = new Set();
      this.#neighbours.set(id, set);
      this.#groups = undefined;
    }
    return set;
  }

  #build(): Map<string, AliasGroup> {
    const groups = new Map<string, AliasGroup>();
    const seen = new Set<string>();
    for (const start of this.#neighbours.keys()) {
      if (seen.has(start)) continue;
      const members = this.#reach(start, seen);
      for (const ids of this.#split(members)) {
        ids.sort(compareIds);
        const group: AliasGroup = { primary: ids[0] ?? start, ids };
        for (const id of ids) groups.set(id, group);
      }
    }
    return groups;
  }

  /** All names that are reached from one. */
  #reach(start: string, seen: Set<string>): string[] {
    const members = [start];
    seen.add(start);
    // The list grows while it is walked.
    for (const member of members) {
      for (const next of this.#neighbours.get(member) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        members.push(next);
      }
    }
    return members;
  }

  #split(members: string[]): string[][] {
    const cves = members.filter(isCve);
    if (cves.length <= 1) return [members];
    const byCve = new Map(cves.map((cve) => [cve, [cve]]));
    const alone: string[][] = [];
    for (const member of members) {
      if (isCve(member)) continue;
      const tied = [...(this.#neighbours.get(member) ?? [])].filter(isCve);
      const home = tied.length === 1 ? byCve.get(tied[0] ?? "") : undefined;
      if (home === undefined) alone.push([member]);
      else home.push(member);
    }
    return [...byCve.values(), ...alone];
  }
}
