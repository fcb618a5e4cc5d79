import { mustCompileCel, type CelProgram } from "../cel/compile.ts";
import type { CelTrees } from "../cel/tree.ts";
import { CodedError } from "../error/coded-error.ts";
import {
  isCelRule,
  isDockerfileRule,
  isDocumentRule,
  isResourceRule,
  isUnloadedRule,
  isWorkflowRule,
  isWorkspaceRule,
} from "../rule/define-rule.ts";
import type {
  CelCheck,
  CelRule,
  DockerfileRule,
  DocumentRule,
  ResourceRule,
  Rule,
  UnloadedRule,
} from "../rule/rule.ts";
import type { WorkflowRule } from "../rule/workflow-rule.ts";
import type { WorkspaceRule } from "../rule/workspace-rule.ts";
import { isOfContainer } from "./of-container.ts";
import { parseEach, type Walk } from "./parts.ts";

/** A check of a CEL rule with its walk read and its expressions compiled on first use, so that a run without Kubernetes files pays nothing. */
export class CompiledCheck {
  readonly rule: CelRule;
  readonly check: CelCheck;
  readonly walk: Walk;
  #require: CelProgram | undefined;
  #when: CelProgram | undefined;
  #isOfContainer: boolean | undefined;

  readonly #trees: CelTrees | undefined;

  constructor(rule: CelRule, check: CelCheck, trees?: CelTrees) {
    const walk = parseEach(check.each);
    if (walk === undefined) {
      throw new CodedError({
        code: "rule/unknown-walk",
        message: `Rule ${rule.id} walks over "${check.each}", which is not known.`,
        nextStep: "Start `each` with resources, pods or containers.",
      });
    }
    this.rule = rule;
    this.check = check;
    this.walk = walk;
    this.#trees = trees;
  }

  get require(): CelProgram {
    this.#require ??= mustCompileCel(this.check.require, this.#trees);
    return this.#require;
  }

  get when(): CelProgram | undefined {
    if (this.check.when === undefined) return undefined;
    this.#when ??= mustCompileCel(this.check.when, this.#trees);
    return this.#when;
  }

  /** Whether the outcome on a container follows from it and its pod without the other containers. */
  get isOfContainer(): boolean {
    this.#isOfContainer ??= isOfContainer(this.check);
    return this.#isOfContainer;
  }
}

/** The rules of a set, sorted by what they look at. */
export interface RuleIndex {
  readonly dockerfile: readonly DockerfileRule<unknown>[];
  readonly document: readonly DocumentRule<unknown>[];
  /** The rules on workflows and actions. */
  readonly workflow: readonly WorkflowRule<unknown>[];
  readonly workspace: readonly WorkspaceRule[];
  /** The rules that look at files without kind. */
  readonly files: readonly ResourceRule<unknown>[];
  /** The rules that compare objects with the structure of their kinds. */
  readonly schema: readonly ResourceRule<unknown>[];
  /** The rules that cannot run. */
  readonly unloaded: readonly UnloadedRule[];
  /** The rules that look at objects of a group and kind. */
  readonly forKind: (group: string, kind: string) => KindRules;
}

/** The rules that look at one kind of object. */
export interface KindRules {
  readonly resource: readonly ResourceRule<unknown>[];
  readonly cel: Readonly<Record<Walk["root"], readonly CompiledCheck[]>>;
}

/** Kinds whose rules are remembered; a hostile file may name any number of them. */
const REMEMBERED_KINDS = 500;

export function indexRules(rules: Iterable<Rule>, trees?: CelTrees): RuleIndex {
  const all = [...rules];
  const cel = all
    .filter(isCelRule)
    .flatMap((rule) => [rule, ...(rule.also ?? [])].map((check) => new CompiledCheck(rule, check, trees)));
  return {
    dockerfile: all.filter(isDockerfileRule),
    document: all.filter(isDocumentRule),
    workflow: all.filter(isWorkflowRule),
    workspace: all.filter(isWorkspaceRule),
    files: all.filter(isResourceRule).filter(({ files }) => files !== undefined),
    schema: all.filter(isResourceRule).filter(({ needsSchemas }) => needsSchemas === true),
    unloaded: all.filter(isUnloadedRule),
    forKind: kindLookup(all.filter(isResourceRule), cel),
  };
}

function kindLookup(
  resource: readonly ResourceRule<unknown>[],
  cel: readonly CompiledCheck[],
): RuleIndex["forKind"] {
  const known = new Map<string, KindRules>();
  return (group, kind) => {
    const key = `${group}/${kind}`;
    let rules = known.get(key);
    if (rules === undefined) {
      rules = {
        resource: resource.filter(({ kinds }) => appliesTo(kinds, group, kind)),
        cel: byRoot(cel.filter(({ rule }) => appliesTo(rule.kinds, group, kind))),
      };
      if (known.size < REMEMBERED_KINDS) known.set(key, rules);
    }
    return rules;
  };
}

function byRoot(cel: readonly CompiledCheck[]): KindRules["cel"] {
  const ofRoot = (root: Walk["root"]): CompiledCheck[] => cel.filter(({ walk }) => walk.root === root);
  return { resources: ofRoot("resources"), pods: ofRoot("pods"), containers: ofRoot("containers") };
}

/** Whether a rule looks at an object of this group and kind. */
function appliesTo(kinds: readonly string[] | undefined, group: string, kind: string): boolean {
  return kinds === undefined || kinds.includes(kind) || kinds.includes(`${group}/${kind}`);
}
