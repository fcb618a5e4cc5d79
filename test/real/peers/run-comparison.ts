import type { EngineOptions } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { isDockerfileName } from "@plimsoll/syntax";
import { everyRuleOn } from "../../corpora/configuration.ts";
import { compareWithPeers, checkWithOurs, type PeerComparison } from "./compare.ts";
import type { PeerWorkspace } from "./files.ts";
import { isExplainedBy, reasons, type Reason } from "./reasons.ts";
import { checkovCommand, hadolintCommand, runPeer, trivyCommand } from "./run-peers.ts";
import { describePeerFinding, type PeerFinding } from "./peer-finding.ts";

/** trivy 0.74 crashes on these, and then reports nothing of the whole folder, so they are kept from it. */
const CRASHES_TRIVY = ["buildkit-lint/SecretsUsedInArgOrEnv-02.Dockerfile.d/Dockerfile"];

/** Runs hadolint on the Dockerfiles of a workspace that lies in a folder, and trivy and checkov on all of it. */
export function runAllPeers(
  { files }: PeerWorkspace,
  folder: string,
  scratch: string,
): readonly PeerFinding[] {
  const dockerfiles = files.map(({ path }) => path).filter(isDockerfileName);
  return [
    ...(dockerfiles.length === 0 ? [] : runPeer(hadolintCommand(dockerfiles), folder, scratch)),
    ...runPeer(trivyCommand(scratch, { skipped: CRASHES_TRIVY }), folder, scratch),
    ...runPeer(checkovCommand(), folder, scratch),
  ];
}

/** What is left of a comparison once the written reasons are taken into account. */
export interface ExplainedComparison extends PeerComparison {
  readonly workspace: string;
  /** Unmatched, and no reason stands for them. */
  readonly unexplained: readonly string[];
  readonly usedReasons: ReadonlySet<Reason>;
}

/** Compares a workspace with what the other tools found in it, under every rule unless told otherwise. */
export function compareWorkspace(
  workspace: PeerWorkspace,
  peers: readonly PeerFinding[],
  options: EngineOptions = everyRuleOn(ruleSet),
): ExplainedComparison {
  const comparison = compareWithPeers(peers, checkWithOurs(workspace.files, options), workspace.files);
  const usedReasons = new Set<Reason>();
  const unexplained: string[] = [];
  for (const unmatched of comparison.unmatched) {
    const reason = reasons.find((one) => isExplainedBy(unmatched, one));
    if (reason === undefined)
      unexplained.push(`${workspace.name}: ${describePeerFinding(unmatched.finding)}`);
    else usedReasons.add(reason);
  }
  return { ...comparison, workspace: workspace.name, unexplained, usedReasons };
}
