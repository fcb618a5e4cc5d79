import type { Finding, WaivedFinding } from "../finding/finding.ts";
import { applyIgnores, type IgnorePolicy } from "./apply-ignores.ts";
import { collectIgnores, type CommentedTree, type InlineIgnore } from "./collect-ignores.ts";
import { collectPragmas } from "../pragma/collect-pragmas.ts";
import { hearPragmas, pendingPragmas } from "../pragma/hear-pragmas.ts";
import type { Pragma } from "../pragma/pragma.ts";

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
  /** The same of other tools. */
  readonly pendingPragmas: readonly Pragma[];
  /** Ignore comments that were not heard, for a note: nothing that a file says is dropped in silence. */
  readonly unheard: number;
}

/** Excuses the findings of one file by the `# plimsoll-ignore` comments in it, then by the pragmas of the tools that the configuration names. */
export function hearComments(findings: readonly Finding[], hearing: Hearing): Heard {
  const { configuration, heard, ruleSet, tree } = hearing;
  const collected = collectIgnores(tree);
  const pragmas = collectPragmas(tree, configuration?.compatibility ?? []);
  const nothing = { findings, suppressed: [], pending: [], pendingPragmas: [], unheard: 0 };
  if (collected.comments.length === 0 && pragmas.length === 0) return nothing;
  if (!heard) return { ...nothing, unheard: collected.comments.length + pragmas.length };
  const { active, suppressed, reports, pending } = applyIgnores(findings, collected, hearing);
  const others = hearPragmas(active, pragmas);
  return {
    findings: reports.length === 0 ? others.active : [...others.active, ...reports],
    suppressed: others.suppressed.length === 0 ? suppressed : [...suppressed, ...others.suppressed],
    pending,
    pendingPragmas: pendingPragmas(pragmas, ruleSet),
    unheard: 0,
  };
}
