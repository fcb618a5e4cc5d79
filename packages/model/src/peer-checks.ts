import peerChecksJson from "./data/peer-checks.json" with { type: "json" };
import { frozen } from "./frozen.ts";
import { groupRows, indexRows } from "./index-rows.ts";

/** Other tools whose checks on Dockerfiles and Kubernetes objects are listed, in the order of the documents. */
export const peerTools = [
  { id: "hadolint", title: "hadolint" },
  { id: "trivy", title: "Trivy" },
  { id: "checkov", title: "Checkov" },
  { id: "kube-linter", title: "kube-linter" },
  { id: "kubescape", title: "Kubescape" },
  { id: "kube-score", title: "kube-score" },
  { id: "polaris", title: "Polaris" },
] as const;
/** A tool whose checks are listed. */
export type PeerToolId = (typeof peerTools)[number]["id"];

/** What a check of another tool is about. */
export const peerSurfaces = ["dockerfile", "kubernetes"] as const;
/** What a check of another tool is about. */
export type PeerSurface = (typeof peerSurfaces)[number];

/** A check of another tool. Which of our rules stands for it follows from the aliases of the rules. */
export interface PeerCheck {
  readonly tool: PeerToolId;
  /** As the tool writes it today. */
  readonly id: string;
  readonly surface: PeerSurface;
  /** What a finding means, in our words and few. */
  readonly meaning: string;
  /** The name by which settings of the tool may call it. */
  readonly name?: string;
  /** True where the tool makes the check only when it is asked to. */
  readonly optional?: boolean;
  /** Why no rule of ours can or should stand for it, as a sentence. Not used where one does. */
  readonly reason?: string;
}

/** The checks of other tools, by tool and id. */
export const peerChecks: readonly PeerCheck[] = frozen(peerChecksJson);

const byTool = groupRows<string, PeerCheck>(peerChecks, (check) => check.tool);
const byAlias = indexRows<string, PeerCheck>(peerChecks, (check) => `${check.tool}:${check.id}`);

/** The checks of one tool; none for a tool that is not listed. */
export function peerChecksOf(tool: string): readonly PeerCheck[] {
  return byTool.get(tool) ?? [];
}

/** The check of that tool and id, or `undefined` where there is none. */
export function peerCheck(tool: string, id: string): PeerCheck | undefined {
  return byAlias.get(`${tool}:${id}`);
}
