import type { ComplianceResult, ResultValue } from "./compliance-report.ts";

/** What a compliance report comes to under a policy. `indeterminate` is never a pass. */
export interface ComplianceVerdict {
  readonly verdict: "pass" | "fail" | "indeterminate";
  /** Why, most weighty first; each with a stable code such as `compliance/nothing-evaluated`. */
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
  /** The runs that were judged, by their places in `report.runs`; empty where none could be chosen. */
  readonly runs: readonly number[];
  readonly counts: Readonly<Record<ResultValue, number>>;
  /** pass + fail + fixed: rules that were judged one way or the other. */
  readonly evaluated: number;
  /** Every rule but those not selected. */
  readonly selected: number;
  /** evaluated / (selected - notapplicable - informational), from 0 to 1; 0 where nothing was to be judged. */
  readonly coverage: number;
  /** Failed rules by category; `other` are those of no category. */
  readonly failed: {
    readonly cat1: number;
    readonly cat2: number;
    readonly cat3: number;
    readonly other: number;
  };
  /** Results that failed and are excused, with the waiver's id. */
  readonly waived: readonly { readonly result: ComplianceResult; readonly waiver: string }[];
}
