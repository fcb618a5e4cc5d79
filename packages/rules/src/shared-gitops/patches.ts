import type { Settle } from "@plimsoll/core";

/**
 * A finding that something is not stated falls where another file states it for the object of the same name: overlays complete
 * their base by patches.
 * @param facts what shows that it is stated, by problem
 */
export function unlessPatched(facts: ReadonlyMap<string, string>): Settle {
  return ({ problem, resource }, inventory) => {
    const fact = facts.get(problem);
    if (fact === undefined || resource === undefined) return true;
    const { kind, name, namespace } = resource;
    return !inventory
      .named(kind, name)
      .some((other) => other.facts?.includes(fact) === true && isSame(other.namespace, namespace));
  };
}

/** A patch may leave the namespace to its overlay. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
