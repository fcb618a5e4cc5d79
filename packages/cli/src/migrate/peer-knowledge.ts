import { checkId, type PeerTool } from "@plimsoll/core";
import { peerCheck, peerChecksOf } from "@plimsoll/model/peer-checks";

/** The id of a control of Kubescape by its name, whatever its case. */
export function controlIdOf(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  return peerChecksOf("kubescape").find((check) => check.name?.toLowerCase() === wanted)?.id;
}

/** Why no rule stands for a check, as a sentence; undefined for a check that is not known. */
export function reasonOf(tool: PeerTool, written: string): string | undefined {
  const check = peerCheck(tool, checkId(tool, written));
  return check === undefined ? undefined : (check.reason ?? "No rule of ours speaks about it yet.");
}
