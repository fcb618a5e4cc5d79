import type { Problem, Resource } from "@plimsoll/core";
import { flawAtKey, type Flaw } from "../shared-flaws/flaw.ts";
import { at, list, text } from "../shared-objects/values.ts";

const HUNDRED = 100;

/** Routes of a VirtualService whose weights do not sum to 100. A destination alone, or without any weights, takes all. */
export function* routeWeights(resource: Resource): Iterable<Problem<Flaw>> {
  for (const protocol of ["http", "tcp", "tls"]) {
    for (const [index, rule] of list(at(resource.value, "spec", protocol)).entries()) {
      const route = list(at(rule, "route"));
      const weights = route.map((one) => text(at(one, "weight")));
      if (weights.every((weight) => weight === undefined)) continue;
      const numbers = weights.map((weight) => Number(weight ?? 0));
      const sum = numbers.reduce((total, weight) => total + weight, 0);
      // Weights that something fills in are not known.
      if (!Number.isFinite(sum) || sum === HUNDRED) continue;
      if (route.length === 1 && sum === 0) continue;
      yield flawAtKey(resource, "notHundred", ["spec", protocol, index, "route"], { value: String(sum) });
    }
  }
}
