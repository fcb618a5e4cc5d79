import type { ResourceRule, RuleContext, RuleOptions } from "../rule/rule.ts";
import type { CompiledCheck, KindRules, RuleIndex } from "./rule-index.ts";

/** A CEL check that is on in a file, with what its expressions may ask for. */
export interface ActiveCheck {
  readonly compiled: CompiledCheck;
  readonly context: RuleContext;
  readonly params: unknown;
  readonly minor: bigint;
}

/** A code rule that is on in a file. */
export interface ActiveResourceRule {
  readonly rule: ResourceRule<unknown>;
  readonly context: RuleContext;
}

/** The rules that are on in a file for one kind of object. */
export interface ActiveRules {
  readonly cel: Readonly<Record<keyof KindRules["cel"], readonly ActiveCheck[]>>;
  readonly resource: readonly ActiveResourceRule[];
}

/** Finds the rules of a file by kind; each kind is looked up once, however many objects of it there are. */
export function activeRules(
  index: RuleIndex,
  contextOf: (ruleId: string) => RuleContext | undefined,
): (group: string, kind: string) => ActiveRules {
  const known = new Map<KindRules, ActiveRules>();
  return (group, kind) => {
    const rules = index.forKind(group, kind);
    let active = known.get(rules);
    if (active === undefined) {
      active = activate(rules, contextOf);
      known.set(rules, active);
    }
    return active;
  };
}

function activate(
  { cel, resource }: KindRules,
  contextOf: (ruleId: string) => RuleContext | undefined,
): ActiveRules {
  const ask = (compiled: CompiledCheck): readonly ActiveCheck[] => {
    const context = contextOf(compiled.rule.id);
    if (context === undefined) return [];
    const minor = BigInt(context.kubernetesMinor);
    return [{ compiled, context, params: celOptions(context.options), minor }];
  };
  return {
    cel: {
      resources: cel.resources.flatMap(ask),
      pods: cel.pods.flatMap(ask),
      containers: cel.containers.flatMap(ask),
    },
    resource: resource.flatMap((rule) => {
      const context = contextOf(rule.id);
      return context === undefined ? [] : [{ rule, context }];
    }),
  };
}

const optionValues = new WeakMap<RuleOptions, unknown>();

/** Options as CEL sees them: whole numbers are `int`. */
function celOptions(options: RuleOptions): unknown {
  let value = optionValues.get(options);
  if (value === undefined) {
    value = toCel(options);
    optionValues.set(options, value);
  }
  return value;
}

function toCel(value: unknown): unknown {
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value);
  if (Array.isArray(value)) return value.map(toCel);
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of Object.entries(value)) copy[key] = toCel(entry);
  return copy;
}
