import type { GateWeakness } from "../graph/file-facts.ts";

const WORDS: Readonly<Record<GateWeakness, string>> = {
  "step-continues": "the step has continue-on-error",
  "job-continues": "the job has continue-on-error",
  "failure-swallowed": "what stands behind || makes a success of its failure",
  "pipe-swallows": "its outcome is lost in a pipe without pipefail",
  "errors-ignored": "errors are ignored here",
  "tool-never-fails": "the tool was not told to fail when it finds something",
};

/** Why a gate cannot stop anything, for a reader: a clause without a full stop. */
export function weaknessWords(why: GateWeakness): string {
  return WORDS[why];
}
