import { type Span, type YamlMap, type YamlNode } from "@plimsoll/syntax";
import { namedPath } from "../engine/locate.ts";
import type { SchemaProblem } from "./schema-problem.ts";
import type { SchemaType } from "./schema-type.ts";

/** Bounds of one object's walk. */
export interface WalkLimits {
  readonly nodes: number;
  readonly problems: number;
  readonly depth: number;
}

export const WALK_LIMITS: WalkLimits = { nodes: 1_000_000, problems: 100, depth: 300 };

type ProblemWithoutPath<Problem> = Problem extends SchemaProblem ? Omit<Problem, "path" | "steps"> : never;

/** The state of one walk: where it stands, what it found, and how much it may still do. */
export class JudgedWalk {
  readonly problems: SchemaProblem[] = [];
  /** Steps from the root to the node that is being judged. */
  readonly path: (string | number)[] = [];
  isPatch = false;
  /** Why the walk ended early. */
  stopped: string | undefined;
  readonly #root: YamlMap;
  readonly #limits: WalkLimits;
  readonly #definedIn: string | undefined;
  readonly #seen = new Map<YamlNode, Set<SchemaType>>();
  readonly #places = new Set<string>();
  #nodes = 0;

  constructor(root: YamlMap, limits: WalkLimits, definedIn: string | undefined) {
    this.#root = root;
    this.#limits = limits;
    this.#definedIn = definedIn;
  }

  /** Counts a node; false where the walk has ended. */
  enter(depth: number): boolean {
    if (this.stopped !== undefined) return false;
    this.#nodes += 1;
    if (this.#nodes > this.#limits.nodes) this.stopped = "it has too many values";
    else if (depth > this.#limits.depth) this.stopped = "it nests too deep";
    return this.stopped === undefined;
  }

  /** True the first time that a node with an anchor is judged as this type. */
  isNew(node: YamlNode, type: SchemaType): boolean {
    if (node.anchor === undefined) return true;
    const types = this.#seen.get(node) ?? new Set();
    if (types.has(type)) return false;
    this.#seen.set(node, types.add(type));
    return true;
  }

  /** Notes a problem at the current path, or at a field of it: once at a place, however many aliases and merges lead there. */
  report(problem: ProblemWithoutPath<SchemaProblem>, field?: string): void {
    const place = `${problem.at.start} ${problem.problem} ${problem.field}`;
    if (this.stopped !== undefined || this.#places.has(place)) return;
    this.#places.add(place);
    if (this.problems.length >= this.#limits.problems) {
      this.stopped = `it has more than ${this.#limits.problems} problems`;
      return;
    }
    const steps = field === undefined ? [...this.path] : [...this.path, field];
    const path = namedPath(this.#root, steps);
    const definedIn = this.#definedIn === undefined ? {} : { definedIn: this.#definedIn };
    this.problems.push({ ...problem, ...definedIn, path, steps });
  }
}

/** The place of a value: what a finding about it as a whole stands on. */
export interface Place {
  /** The name of the field, or of the field whose list or map holds the value. */
  readonly field: string;
  /** The key in front of it, where it has one. */
  readonly key: Span | undefined;
}
