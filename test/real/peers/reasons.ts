import type { PeerTool } from "./peer-finding.ts";
import type { Unmatched } from "./compare.ts";
import { checkovReasons } from "./reasons-checkov.ts";
import { hadolintReasons } from "./reasons-hadolint.ts";
import { trivyReasons } from "./reasons-trivy.ts";

/** Why ours lacks what another tool finds. It holds for all findings of a check, unless it is bounded. */
export interface Reason {
  readonly tool: PeerTool;
  readonly id: string;
  /** Only in files whose path ends with one of these. */
  readonly files?: readonly string[];
  /** Only where this is so: ours has the finding at another place of the file, the file cannot be built, or the place is in a build stage that the final image does not build on. */
  readonly where?: "elsewhere" | "broken" | "outsideFinal";
  /** Only where the tool's message holds these words. */
  readonly says?: string;
  /** Seen only on Dockerfiles of public repositories, which are compared by hand: that the corpora have none proves nothing. */
  readonly byHand?: boolean;
  readonly reason: string;
}

export const reasons: readonly Reason[] = [...hadolintReasons, ...trivyReasons, ...checkovReasons];

/** Whether a reason is about a finding that ours lacks. */
export function isExplainedBy(unmatched: Unmatched, reason: Reason): boolean {
  const { tool, id, file, message } = unmatched.finding;
  return (
    tool === reason.tool &&
    id === reason.id &&
    (reason.files === undefined || reason.files.some((end) => file.endsWith(end))) &&
    (reason.says === undefined || message.includes(reason.says)) &&
    (reason.where === undefined || unmatched[reason.where])
  );
}
