import { unknown, type ReleaseReason } from "./outcome.ts";

const DAY = 86_400_000;
/** Clocks differ; more than this is no difference of clocks. */
const TOLERANCE = 10 * 60_000;

/** What is wrong with a time: not told, in the future, or longer ago than allowed. */
export function ageReasons(
  what: string,
  time: string | undefined,
  { now, maxAgeDays }: { readonly now: number; readonly maxAgeDays: number | undefined },
): readonly ReleaseReason[] {
  if (maxAgeDays === undefined) return [];
  const at = Date.parse(time ?? "");
  if (Number.isNaN(at)) return [unknown("age-unknown", `${what} does not say when it was made.`)];
  if (at > now + TOLERANCE) return [unknown("from-the-future", `${what} says that it was made at ${time}.`)];
  const days = (now - at) / DAY;
  if (days <= maxAgeDays) return [];
  return [unknown("stale", `${what} is ${Math.floor(days)} days old, at most ${maxAgeDays} are allowed.`)];
}
