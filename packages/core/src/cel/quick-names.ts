import type { ASTNode } from "@marcbachmann/cel-js";
import type { CelVariables } from "./compile.ts";
import { GIVEN_UP, isMap } from "./quick-values.ts";

/** A node as a function of the variables and the values of the iteration variables around it. */
export type Step = (variables: CelVariables, frame: unknown[]) => unknown;

export interface Scope {
  /** Place of an iteration variable in the frame. */
  readonly slots: ReadonlyMap<string, number>;
}

export function literal(value: unknown): Step | undefined {
  const known = typeof value === "string" || typeof value === "bigint" || typeof value === "boolean";
  return known ? () => value : undefined;
}

export function variable(name: string, { slots }: Scope): Step | undefined {
  const slot = slots.get(name);
  if (slot !== undefined) return (_variables, frame) => frame[slot];
  if (!isVariable(name)) return undefined;
  return (variables) => variables[name] ?? GIVEN_UP;
}

const VARIABLES: ReadonlySet<string> = new Set<keyof CelVariables>([
  ...(["object", "podSpec", "podMetadata", "container", "item", "params"] as const),
  ...(["kind", "containerType", "itemKey", "kubernetesMinor"] as const),
]);

function isVariable(name: string): name is keyof CelVariables {
  return VARIABLES.has(name);
}

interface HasStep {
  readonly name: string;
  /** Whether a missing value here makes the whole path absent, and not an error. */
  readonly forgives: boolean;
}

/** `has(a.b.?c.d)`: only the last step may be absent, or any from the first `.?` on. */
export function has(path: ASTNode | undefined, scope: Scope): Step | undefined {
  const names: { readonly name: string; readonly optional: boolean }[] = [];
  let node = path;
  while (node !== undefined && (node.op === "." || node.op === ".?")) {
    names.unshift({ name: node.args[1], optional: node.op === ".?" });
    node = node.args[0];
  }
  const base = node?.op === "id" ? variable(node.args, scope) : undefined;
  if (base === undefined || names.length === 0) return undefined;
  const first = names.findIndex(({ optional }) => optional);
  const steps = names.map(({ name }, index): HasStep => ({
    name,
    forgives: index === names.length - 1 || (first !== -1 && index >= first),
  }));
  return (variables, frame) => walk(base(variables, frame), steps);
}

function walk(start: unknown, steps: readonly HasStep[]): unknown {
  let value = start;
  for (const { name, forgives } of steps) {
    if (!isMap(value)) return GIVEN_UP;
    if (!Object.hasOwn(value, name)) return forgives ? false : GIVEN_UP;
    value = value[name];
  }
  return value === undefined ? GIVEN_UP : true;
}
