import type { Finding, WaivedFinding } from "../finding/finding.ts";
import { applyIgnores, type IgnorePolicy } from "./apply-ignores.ts";
import { collectIgnores, type CommentedTree } from "./collect-ignores.ts";

/** A file whose comments are heard. */
export interface Hearing extends IgnorePolicy {
  readonly tree: CommentedTree;
  /** False for auditors and under profiles without inline ignores: then no comment counts and none is judged. */
  readonly heard: boolean;
}

export interface Heard {
  /** Findings that no comment excuses, then those about the comments themselves. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly WaivedFinding[];
  /** Ignore comments that were not heard, for a note: nothing that a file says is dropped in silence. */
  readonly unheard: number;
}

/** Excuses the findings of one file by the `# plimsoll-ignore` comments in it. */
export function hearComments(findings: readonly Finding[], hearing: Hearing): Heard {
  const collected = collectIgnores(hearing.tree);
  if (collected.comments.length === 0) return { findings, suppressed: [], unheard: 0 };
  if (!hearing.heard) return { findings, suppressed: [], unheard: collected.comments.length };
  const { active, suppressed, reports } = applyIgnores(findings, collected, hearing);
  return { findings: reports.length === 0 ? active : [...active, ...reports], suppressed, unheard: 0 };
}
