import type { Assessment, Severity } from "@plimsoll/core";
import type { Reason, Verdict } from "../verdict.ts";

/** By what findings in files are judged. */
export interface FilesPolicy {
  /** Lowest severity that fails. */
  readonly cutoff: Severity | "never";
  /** Whether a part that could not be judged leaves the verdict open. */
  readonly notChecked: "indeterminate" | "warn";
  /** Whether only changed files were looked for: then there may be none. */
  readonly partial: boolean;
}

const RANKS: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };
/** Codes of parts of the check that broke: they leave the verdict open whatever the policy. */
const BROKEN: ReadonlySet<string> = new Set([
  "rule/crashed",
  "rule/not-loaded",
  "file/crashed",
  "file/timed-out",
]);
/** Files that no rule speaks about are no gap: a repository holds YAML of every kind. */
const NOTHING_TO_JUDGE: ReadonlySet<string> = new Set(["yaml/not-kubernetes"]);
const SHOWN = 10;

/** What findings and gaps come to. A check of nothing is no pass. */
export function judgeFiles(
  { findings, notChecked, summary }: Assessment,
  policy: FilesPolicy,
): { readonly verdict: Verdict; readonly reasons: readonly Reason[] } {
  const { cutoff } = policy;
  const failing =
    cutoff === "never" ? [] : findings.filter(({ severity }) => RANKS[severity] >= RANKS[cutoff]);
  const gaps = notChecked.filter(({ code }) => isGap(code, policy));
  const reasons: readonly Reason[] = [
    ...(failing.length === 0
      ? []
      : [{ code: "policy/findings", message: `${failing.length} findings of severity ${cutoff} or worse.` }]),
    ...failing.slice(0, SHOWN).map(({ ruleId, file, range, message }) => ({
      code: ruleId,
      message: `${file}:${range.start.line}: ${message}`,
    })),
    ...(gaps.length === 0
      ? []
      : [{ code: "policy/not-checked", message: `${gaps.length} parts could not be judged.` }]),
    ...gaps.slice(0, SHOWN).map(({ code, file, reason }) => ({
      code,
      message: file === undefined ? reason : `${file}: ${reason}`,
    })),
  ];
  if (failing.length > 0) return { verdict: "fail", reasons };
  if (summary.checkedFiles === 0 && !policy.partial) {
    const message = "No Dockerfile, no manifest and no workflow was judged.";
    return { verdict: "indeterminate", reasons: [{ code: "policy/nothing-checked", message }, ...reasons] };
  }
  return { verdict: gaps.length > 0 ? "indeterminate" : "pass", reasons };
}

function isGap(code: string, { notChecked }: FilesPolicy): boolean {
  if (BROKEN.has(code)) return true;
  return notChecked === "indeterminate" && !NOTHING_TO_JUDGE.has(code);
}
