/** `indeterminate` where nobody knows: it never lets a release go. */
export type Outcome = "met" | "not-met" | "indeterminate";

/** Why a requirement is not met or cannot be judged. */
export interface ReleaseReason {
  /** Stable, `release/…`. */
  readonly code: string;
  readonly message: string;
  readonly outcome: Exclude<Outcome, "met">;
}

export function notMet(code: string, message: string): ReleaseReason {
  return { code: `release/${code}`, message, outcome: "not-met" };
}

export function unknown(code: string, message: string): ReleaseReason {
  return { code: `release/${code}`, message, outcome: "indeterminate" };
}

/** The worst of the reasons: what is known to be wrong weighs more than what is not known. */
export function outcomeOf(reasons: readonly ReleaseReason[]): Outcome {
  if (reasons.some(({ outcome }) => outcome === "not-met")) return "not-met";
  return reasons.length === 0 ? "met" : "indeterminate";
}
