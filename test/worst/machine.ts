/** Milliseconds of CPU time that {@link measureOnce} takes on a quiet machine of the kind that the budgets were set on. */
const REFERENCE = 70;
const SAMPLES = 3;

/**
 * How many times slower than the reference this machine is right now, at least 1. A busy neighbour on the same core counts into a
 * thread's CPU time, so a fixed piece of work is measured beside what a budget is about.
 */
export function slowness(): number {
  const times = Array.from({ length: SAMPLES }, measureOnce);
  return Math.max(1, Math.min(...times) / REFERENCE);
}

/** A fixed piece of work of the kinds that a check does: characters read, objects made, names looked up. */
export function measureOnce(): number {
  const before = process.threadCpuUsage();
  const names = new Map<string, number>();
  const kept: { readonly name: string; readonly start: number; readonly end: number }[] = [];
  let sum = 0;
  for (let index = 0; index < 400_000; index += 1) {
    const name = `name-${index % 50_000}`;
    for (let at = 0; at < name.length; at += 1) sum += name.charCodeAt(at);
    names.set(name, (names.get(name) ?? 0) + 1);
    kept.push({ name, start: index, end: index + name.length });
  }
  for (const { start, end } of kept) sum += end - start;
  if (sum === 0 || names.size === 0) throw new Error("the work was optimized away");
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
