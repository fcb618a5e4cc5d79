import {
  type Engine,
  type FileFacts,
  type FileResult,
  type Finding,
  findingStands,
  type Inventory,
  judgeWorkspaceRule,
  makeInventory,
  type NotChecked,
  type ResourceRecord,
  waitsForOtherFiles,
  workspaceRules,
} from "@plimsoll/core";
import { type Alignment, alignPlaces, type Told } from "./align-places.ts";
import { JudgedFindings, type Replacement } from "./judged-findings.ts";
import { moveFindings } from "./move-finding.ts";
import { KindCounts, namespaceOf, partOf, StalePart } from "./stale-part.ts";

/** Lets waiting messages through when it has been long enough. */
export type Pause = () => Promise<void>;

const NOTHING: Told = { records: [] };

type WorkspaceRules = ReturnType<typeof workspaceRules>;

/** A file whose records moved while a judgement ran. */
interface Move {
  readonly path: string;
  readonly alignment: Alignment;
}

/**
 * The results of all files of a folder, and what the rules over the workspace make of them. An edit after which the objects tell
 * the same only moves places; any other makes a part of the judgement stale until {@link CrossFile.judge} has run.
 */
export class CrossFile {
  readonly #engine: Engine;
  readonly #rules: WorkspaceRules;
  readonly #results = new Map<string, FileResult>();
  #order: readonly string[] | undefined;
  readonly #judged: JudgedFindings;
  /** What kept a rule from judging. */
  readonly #crashes = new Map<string, readonly NotChecked[]>();
  readonly #kinds = new KindCounts();
  #inventory: Inventory | undefined;
  #stale = new StalePart(true);
  /** Moves while a judgement runs. */
  #moves: Move[] | undefined;
  /** Goes up whenever what the files tell changes, places aside. */
  #generation = 0;
  /** Whether a file has findings that wait for other files. */
  readonly #waiting = new WeakMap<FileResult, boolean>();

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#rules = workspaceRules(engine);
    this.#judged = new JudgedFindings(this.#rules.map(({ id }) => id));
  }

  /** Whether the findings over the workspace are behind the files. */
  get isStale(): boolean {
    return !this.#stale.isEmpty;
  }

  /** What kept rules over the workspace from judging. */
  get notChecked(): readonly NotChecked[] {
    return [...this.#crashes.values()].flat();
  }

  /** Changes whenever a finding of a file may stand that did not, or the other way round. */
  generationOf(path: string): number {
    const result = this.#results.get(path);
    return result !== undefined && this.#waits(result) ? this.#generation : 0;
  }

  #waits(result: FileResult): boolean {
    let waits = this.#waiting.get(result);
    if (waits === undefined) {
      const all = [...result.findings, ...result.suppressed.map(({ finding }) => finding)];
      waits = all.some(({ ruleId }) => waitsForOtherFiles(this.#engine, ruleId));
      this.#waiting.set(result, waits);
    }
    return waits;
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
    return this.#judged.of(path);
  }

  /** Whether a finding of a file stands, as far as the files are known. */
  stands(finding: Finding): boolean {
    return (
      !waitsForOtherFiles(this.#engine, finding.ruleId) || findingStands(this.#engine, finding, this.#known())
    );
  }

  /** Takes a file's new result, or its absence. */
  set(path: string, result: FileResult | undefined): void {
    const before = this.#results.get(path);
    if (before === result) return;
    this.#store(path, result);
    const alignment = alignPlaces(before ?? NOTHING, result ?? NOTHING);
    if (isChange(alignment)) this.#change(alignment);
    this.#moves?.push({ path, alignment });
    for (const finding of this.#judged.follow(path, alignment)) this.#stale.addLost(finding);
  }

  #store(path: string, result: FileResult | undefined): void {
    if (result === undefined || !this.#results.has(path)) this.#order = undefined;
    if (result === undefined) this.#results.delete(path);
    else this.#results.set(path, result);
  }

  #change(alignment: Alignment): void {
    this.#inventory = undefined;
    this.#generation += 1;
    this.#stale.addChange(alignment);
    if (this.#kinds.change(alignment.gone, alignment.come)) this.#stale.addExistence();
  }

  /** What the files tell, places aside: enough to settle findings. */
  #known(): Inventory {
    this.#inventory ??= makeInventory(this.#records(), this.#facts());
    return this.#inventory;
  }

  #records(): readonly ResourceRecord[] {
    return this.paths().flatMap((path) => this.#results.get(path)?.records ?? []);
  }

  #facts(): readonly FileFacts[] {
    return this.paths().flatMap((path) => this.#results.get(path)?.facts ?? []);
  }

  /**
   * Judges what changed by the rules over the workspace, rule by rule: a rule that reads no more than a namespace judges the
   * namespaces that changed. Files that change meanwhile leave a part stale.
   */
  async judge(pause: Pause): Promise<void> {
    const stale = this.#stale;
    this.#stale = new StalePart(false);
    this.#moves = [];
    const inventories = new Inventories(makeInventory(this.#records(), this.#facts()), stale.namespaces);
    // Its indexes serve the settling of findings too.
    this.#inventory = inventories.whole;
    const replacements: Replacement[] = [];
    for (const rule of this.#rules) {
      const hasCrashed = this.#crashes.delete(rule.id);
      if (!hasCrashed && !stale.concerns(rule)) continue;
      const isPart = rule.reads === "namespace" && !hasCrashed;
      const inventory = isPart ? inventories.part : inventories.whole;
      const { findings, notChecked } = judgeWorkspaceRule(this.#engine, rule, inventory);
      if (notChecked.length > 0) this.#crashes.set(rule.id, notChecked);
      replacements.push(
        isPart
          ? inPart(rule.id, findings, stale.namespaces)
          : { ruleId: rule.id, findings, replaces: always },
      );
      await pause();
    }
    for (const replacement of replacements) this.#judged.replace(this.#followed(replacement));
    this.#moves = undefined;
  }

  /** Files may have moved since a rule looked at them. */
  #followed(replacement: Replacement): Replacement {
    let { findings } = replacement;
    for (const { path, alignment } of this.#moves ?? []) {
      const moved = moveFindings(findings, path, alignment);
      for (const finding of moved.lost) this.#stale.addLost(finding);
      findings = moved.followed;
    }
    return { ...replacement, findings };
  }
}

function isChange({ gone, come, sameFacts }: Alignment): boolean {
  return gone.length > 0 || come.length > 0 || !sameFacts;
}

function always(): boolean {
  return true;
}

/** Of a judgement over a part, what it says of the namespaces that it was made for. */
function inPart(
  ruleId: string,
  findings: readonly Finding[],
  namespaces: ReadonlySet<string> | undefined,
): Replacement {
  if (namespaces === undefined) return { ruleId, findings, replaces: always };
  const replaces = ({ resource }: Finding): boolean => {
    const namespace = resource === undefined ? undefined : namespaceOf(resource);
    return namespace !== undefined && namespaces.has(namespace);
  };
  return { ruleId, findings: findings.filter(replaces), replaces };
}

/** The inventories of one judgement, of which most need only one. */
class Inventories {
  readonly whole: Inventory;
  readonly #namespaces: ReadonlySet<string> | undefined;
  #part: Inventory | undefined;

  constructor(whole: Inventory, namespaces: ReadonlySet<string> | undefined) {
    this.whole = whole;
    this.#namespaces = namespaces;
  }

  /** What the judgement of the namespaces follows from; the whole where that is all of them. */
  get part(): Inventory {
    if (this.#namespaces === undefined) return this.whole;
    this.#part ??= makeInventory(partOf(this.whole.resources, this.#namespaces));
    return this.#part;
  }
}
