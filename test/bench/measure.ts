/** One line of the table: what was measured, the promise, and whether it holds. */
export interface Figure {
  readonly name: string;
  readonly measured: string;
  readonly budget: string;
  /** Undefined for figures that are shown without a promise. */
  readonly kept: boolean | undefined;
}

/** Milliseconds of CPU time of this process, all its threads, that a piece of work takes. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which a share of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * The CPU times of two pieces of work, turn by turn, so that whatever else the machine does falls on both. The rounds that
 * warm the compiler up are not counted.
 */
export function interleaved(
  first: () => void,
  second: () => void,
  { warmUp, rounds }: { readonly warmUp: number; readonly rounds: number },
): { readonly first: number; readonly second: number } {
  const times: { first: number[]; second: number[] } = { first: [], second: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    globalThis.gc?.();
    const one = cpuTime(first);
    globalThis.gc?.();
    const two = cpuTime(second);
    if (round < 0) continue;
    times.first.push(one);
    times.second.push(two);
  }
  return { first: median(times.first), second: median(times.second) };
}

/** A figure that keeps its promise when it is at most the budget. */
export function atMost(
  name: string,
  value: number,
  budget: { readonly limit: number; readonly unit: string; readonly note?: string },
): Figure {
  const show = (number: number): string => `${number.toFixed(number < 100 ? 2 : 0)}${budget.unit}`;
  const note = budget.note === undefined ? "" : ` (${budget.note})`;
  return {
    name,
    measured: `${show(value)}${note}`,
    budget: `≤ ${show(budget.limit)}`,
    kept: value <= budget.limit,
  };
}

/** A figure for information. */
export function shown(name: string, measured: string): Figure {
  return { name, measured, budget: "–", kept: undefined };
}
