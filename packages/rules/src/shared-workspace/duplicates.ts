/** Something that should be claimed once. */
export interface Claim {
  /** What is claimed. */
  readonly key: string;
  /** Who claims it; the same owner may claim it again. */
  readonly owner: string;
}

/** Claims of a key that another owner claims too, each with such another claim. */
export function* duplicates<One extends Claim>(
  claims: readonly One[],
): Iterable<{ readonly claim: One; readonly other: One }> {
  const groups = new Map<string, One[]>();
  for (const claim of claims) {
    const group = groups.get(claim.key);
    if (group === undefined) groups.set(claim.key, [claim]);
    else group.push(claim);
  }
  for (const group of groups.values()) {
    const [first] = group;
    const second = group.find(({ owner }) => owner !== first?.owner);
    if (first === undefined || second === undefined) continue;
    for (const claim of group) yield { claim, other: claim.owner === first.owner ? second : first };
  }
}
