import type { Finding, WaivedFinding } from "../finding/finding.ts";
import { applyIgnores, type IgnorePolicy } from "./apply-ignores.ts";
import { collectIgnores, type CommentedTree, type InlineIgnore } from "./collect-ignores.ts";

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
  /** Comments for rules over the workspace, which have not spoken yet. */
  readonly pending: readonly InlineIgnore[];
  /** Ignore comments that were not heard, for a note: nothing that a file says is dropped in silence. */
  readonly unheard: number;
}

/** Excuses the findings of one file by the `# plimsoll-ignore` comments in it. */
export function hearComments(findings: readonly Finding[], hearing: Hearing): Heard {
  const collected = collectIgnores(hearing.tree);
  if (collected.comments.length === 0) return { findings, suppressed: [], pending: [], unheard: 0 };
  if (!hearing.heard) return { findings, suppressed: [], pending: [], unheard: collected.comments.length };
  const { active, suppressed, reports, pending } = applyIgnores(findings, collected, hearing);
  const all = reports.length === 0 ? active : [...active, ...reports];
  return { findings: all, suppressed, pending, unheard: 0 };
}
