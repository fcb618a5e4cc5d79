import type { Settle } from "@plimsoll/core";

/**
 * A finding on a missing limit or request falls where a LimitRange in the object's namespace sets a default for containers.
 * @param path such as `limits.cpu`
 */
export function unlessLimitRangeSets(path: string): Settle {
  return ({ resource }, inventory) => {
    const ranges = inventory.ofKind("LimitRange", resource?.namespace ?? "");
    return !ranges.some(({ containerDefaults }) => containerDefaults?.includes(path) === true);
  };
}
