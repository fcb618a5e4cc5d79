import {
  defineRule,
  type Problem,
  type Resource,
  type ResourceRule,
  type RuleContext,
  type Settle,
} from "@plimsoll/core";
import type { ComponentRun, Flag } from "../../shared-control-plane/component-run.ts";
import { runsOf } from "../../shared-control-plane/runs.ts";

interface Data {
  readonly run: ComponentRun;
  readonly flag: Flag;
}

function* check(resource: Resource, context: RuleContext): Iterable<Problem<Data>> {
  for (const run of runsOf(resource, context)) {
    const isServer = run.component === "kube-apiserver";
    const flag = run.flags.get(isServer ? "etcd-cafile" : "trusted-ca-file");
    if (flag?.value === undefined || flag.value === "") continue;
    const subject = `${run.subject} ${flag.name}`;
    if (isServer && flag.value === run.flags.get("client-ca-file")?.value) {
      yield { problem: "sameAuthority", at: flag.at, subject, data: { run, flag } };
    }
    if (run.component === "etcd")
      yield { problem: "sharedAuthority", at: flag.at, subject, data: { run, flag } };
  }
}

/** An authority of etcd is a finding only where an API server of the workspace trusts clients by the same file. */
const settle: Settle = ({ problem, resource }, inventory) => {
  if (problem === "sameAuthority") return true;
  const own = inventory.named(resource?.kind ?? "", resource?.name ?? "").flatMap(({ facts }) => facts ?? []);
  const ofClients = new Set(inventory.resources.flatMap(({ facts }) => facts ?? []).filter(isOfClients));
  return own.some(
    (fact) => fact.startsWith(OF_ETCD) && ofClients.has(`${OF_CLIENTS}${fact.slice(OF_ETCD.length)}`),
  );
};

const OF_ETCD = "etcd-authority:";
const OF_CLIENTS = "client-authority:";

function isOfClients(fact: string): boolean {
  return fact.startsWith(OF_CLIENTS);
}

export const rule: ResourceRule<Data> = defineRule({
  id: "kubernetes/etcd-own-certificate-authority",
  title: "etcd trusts an authority of its own",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: [],
  requirements: ["K8S-RD-1.2-ALIGNMENT", "T7-COMPLIANCE"],
  controls: ["cis-k8s:2.7", "nist-800-53r5:sc-17"],
  aliases: ["kubescape:C-0159", "kics:not_unique_certificate_authority"],
  since: "0.1.0",
  onlyIn: ["control-plane"],
  check,
  message({ data: { flag } }) {
    return `etcd trusts the authority of all clients of the cluster: ${flag.label} is also the API server's client-ca-file.`;
  },
  settle,
});
