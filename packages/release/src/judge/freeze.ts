import type { ReleasePolicy } from "../policy/release-policy.ts";
import { notMet, unknown, type ReleaseReason } from "./outcome.ts";

/** The freezes that hold now. One whose dates cannot be read may hold. */
export function freezeReasons(freezes: ReleasePolicy["freezes"], now: number): readonly ReleaseReason[] {
  return freezes.flatMap(({ from, until, reason }) => {
    const start = Date.parse(from);
    const end = Date.parse(until);
    if (Number.isNaN(start) || Number.isNaN(end)) {
      return [unknown("freeze-unreadable", `The freeze "${reason}" has no readable dates.`)];
    }
    return now >= start && now < end
      ? [notMet("frozen", `Nothing is released until ${until}: ${reason}.`)]
      : [];
  });
}
