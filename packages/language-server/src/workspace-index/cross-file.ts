import {
  type Engine,
  type FileResult,
  type Finding,
  findingStands,
  type Inventory,
  judgeWorkspaceRule,
  makeInventory,
  type NotChecked,
  workspaceRules,
} from "@plimsoll/core";
import { alignPlaces } from "./align-places.ts";
import { moveFinding } from "./move-finding.ts";

/** Lets waiting messages through when it has been long enough. */
export type Pause = () => Promise<void>;

const NOTHING: readonly Finding[] = [];

/** What a file tells the rules over the workspace. */
function told(result: FileResult | undefined): readonly object[] {
  if (result === undefined) return [];
  return result.facts === undefined ? result.records : [...result.records, result.facts];
}

/**
 * The results of all files of a folder, and what the rules over the workspace make of them. An edit after which the objects tell
 * the same only moves places; any other makes the judgement stale until {@link CrossFile.judge} has run.
 */
export class CrossFile {
  readonly #engine: Engine;
  readonly #results = new Map<string, FileResult>();
  #order: readonly string[] | undefined;
  #judged = new Map<string, readonly Finding[]>();
  #notChecked: readonly NotChecked[] = [];
  #inventory: Inventory | undefined;
  #stale = true;
  /** Files that changed while a judgement runs. */
  #changed: Set<string> | undefined;
  /** Goes up whenever what the files tell changes, places aside. */
  #generation = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Whether the findings over the workspace are behind the files. */
  get isStale(): boolean {
    return this.#stale;
  }

  /** Changes whenever a finding of one file may stand that did not, or the other way round. */
  get generation(): number {
    return this.#generation;
  }

  /** What kept rules over the workspace from judging. */
  get notChecked(): readonly NotChecked[] {
    return this.#notChecked;
  }

  /** All files in the order of their paths. */
  paths(): readonly string[] {
    this.#order ??= [...this.#results.keys()].sort();
    return this.#order;
  }

  resultOf(path: string): FileResult | undefined {
    return this.#results.get(path);
  }

  /** Findings of rules over the workspace at a file: the same list until they change. */
  findingsOf(path: string): readonly Finding[] {
    return this.#judged.get(path) ?? NOTHING;
  }

  /** Whether a finding of a file stands, as far as the files are known. */
  stands(finding: Finding): boolean {
    return findingStands(this.#engine, finding, this.#known());
  }

  /** Takes a file's new result, or its absence. */
  set(path: string, result: FileResult | undefined): void {
    const before = this.#results.get(path);
    if (before === result) return;
    this.#store(path, result);
    const moved = alignPlaces(told(before), told(result));
    if (moved === undefined) {
      this.#inventory = undefined;
      this.#generation += 1;
      this.#stale = true;
    } else if (!this.#stale && !this.#follow(path, moved)) this.#stale = true;
  }

  #store(path: string, result: FileResult | undefined): void {
    if (result === undefined || !this.#results.has(path)) this.#order = undefined;
    if (result === undefined) this.#results.delete(path);
    else this.#results.set(path, result);
    this.#changed?.add(path);
  }

  /** Moves the findings with a file's records. False where one of them cannot be followed. */
  #follow(path: string, moved: NonNullable<ReturnType<typeof alignPlaces>>): boolean {
    const next = new Map<string, readonly Finding[]>();
    for (const [file, findings] of this.#judged) {
      const list: Finding[] = [];
      let isSame = true;
      for (const finding of findings) {
        const after = moveFinding(finding, path, moved);
        if (after === undefined) return false;
        isSame &&= after === finding;
        list.push(after);
      }
      next.set(file, isSame ? findings : list);
    }
    this.#judged = next;
    return true;
  }

  /** What the files tell, places aside: enough to settle findings. */
  #known(): Inventory {
    this.#inventory ??= makeInventory(this.#records(), this.#facts());
    return this.#inventory;
  }

  #records() {
    return this.paths().flatMap((path) => this.#results.get(path)?.records ?? []);
  }

  #facts() {
    return this.paths().flatMap((path) => this.#results.get(path)?.facts ?? []);
  }

  /** Judges all files by the rules over the workspace, rule by rule. Files that change meanwhile leave the judgement stale. */
  async judge(pause: Pause): Promise<void> {
    const changed = new Set<string>();
    this.#changed = changed;
    this.#stale = false;
    const inventory = makeInventory(this.#records(), this.#facts());
    // Its indexes serve the settling of findings too.
    this.#inventory = inventory;
    const findings: Finding[] = [];
    const notChecked: NotChecked[] = [];
    for (const rule of workspaceRules(this.#engine)) {
      const judged = judgeWorkspaceRule(this.#engine, rule, inventory);
      for (const finding of judged.findings) findings.push(finding);
      notChecked.push(...judged.notChecked);
      await pause();
    }
    this.#install(findings, changed);
    this.#notChecked = notChecked;
    if (changed.size > 0) this.#stale = true;
    this.#changed = undefined;
  }

  /** Places in a file that changed meanwhile are out of date: it keeps what it had until the next judgement. */
  #install(findings: readonly Finding[], changed: ReadonlySet<string>): void {
    const judged = new Map<string, Finding[]>();
    for (const finding of findings) {
      if (changed.has(finding.file)) continue;
      const list = judged.get(finding.file);
      if (list === undefined) judged.set(finding.file, [finding]);
      else list.push(finding);
    }
    const next = new Map<string, readonly Finding[]>(judged);
    for (const path of changed) {
      const kept = this.#judged.get(path);
      if (kept !== undefined) next.set(path, kept);
    }
    this.#judged = next;
  }
}
