import type { Settle } from "@plimsoll/core";

const KUBEADM_KINDS: readonly string[] = ["ClusterConfiguration", "InitConfiguration", "JoinConfiguration"];

/** A finding on a `KubeletConfiguration` falls where the workspace has configuration of kubeadm, which fills it in. */
export const unlessKubeadmFillsIn: Settle = ({ problem, resource }, inventory) => {
  if (resource?.kind !== "KubeletConfiguration" || !problem.endsWith("NotSet")) return true;
  return !KUBEADM_KINDS.some((kind) =>
    inventory.ofKind(kind).some(({ group }) => group === "kubeadm.k8s.io"),
  );
};
