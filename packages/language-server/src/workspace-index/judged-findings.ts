import type { Finding } from "@plimsoll/core";
import type { Alignment } from "./align-places.ts";
import { filesOf, mentions, moveFindings } from "./move-finding.ts";

const NOTHING: readonly Finding[] = [];

/** What a rule found anew, and which of its earlier findings that replaces. */
export interface Replacement {
  readonly ruleId: string;
  readonly findings: readonly Finding[];
  readonly replaces: (finding: Finding) => boolean;
}

/** The findings of rules over the workspace, by rule and file. */
export class JudgedFindings {
  readonly #order: readonly string[];
  readonly #rules = new Map<string, Map<string, readonly Finding[]>>();
  /** What is handed out of each file: the same list until it changes. */
  readonly #lists = new Map<string, readonly Finding[]>();
  /** Files with findings that have, or once had, a place in a file. */
  readonly #mentions = new Map<string, Set<string>>();

  /** @param order ids of the rules */
  constructor(order: readonly string[]) {
    this.#order = order;
  }

  /** Findings at a file, rule by rule. */
  of(file: string): readonly Finding[] {
    let list = this.#lists.get(file);
    if (list === undefined) {
      const all = this.#order.flatMap((rule) => this.#rules.get(rule)?.get(file) ?? NOTHING);
      list = all.length === 0 ? NOTHING : all;
      this.#lists.set(file, list);
    }
    return list;
  }

  replace({ ruleId, findings, replaces }: Replacement): void {
    const files = this.#rules.get(ruleId) ?? new Map<string, readonly Finding[]>();
    this.#rules.set(ruleId, files);
    for (const [file, list] of files) {
      const kept = list.filter((finding) => !replaces(finding));
      if (kept.length === list.length) continue;
      this.#put(files, file, kept);
    }
    const added = Map.groupBy(findings, ({ file }) => file);
    for (const [file, list] of added) {
      this.#put(files, file, [...(files.get(file) ?? NOTHING), ...list].sort(byPlace));
      for (const finding of list) this.#mention(finding);
    }
  }

  /** Moves the findings with the records of a file. The answer is those that could not be followed: they are dropped. */
  follow(path: string, alignment: Pick<Alignment, "movesOf">): readonly Finding[] {
    const lost: Finding[] = [];
    for (const file of [path, ...(this.#mentions.get(path) ?? [])]) {
      if (!this.of(file).some((finding) => mentions(finding, path))) continue;
      const moved = moveFindings(this.of(file), path, alignment);
      lost.push(...moved.lost);
      const rules = Map.groupBy(moved.followed, ({ ruleId }) => ruleId);
      for (const [ruleId, files] of this.#rules)
        if (files.has(file)) this.#put(files, file, rules.get(ruleId) ?? NOTHING);
    }
    return lost;
  }

  #put(files: Map<string, readonly Finding[]>, file: string, list: readonly Finding[]): void {
    if (list.length === 0) files.delete(file);
    else files.set(file, list);
    this.#lists.delete(file);
  }

  #mention(finding: Finding): void {
    for (const file of filesOf(finding)) {
      if (file === finding.file) continue;
      const known = this.#mentions.get(file);
      if (known === undefined) this.#mentions.set(file, new Set([finding.file]));
      else known.add(finding.file);
    }
  }
}

function byPlace(a: Finding, b: Finding): number {
  return a.range.start.offset - b.range.start.offset;
}
