import {
  defineRule,
  type Inventory,
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

const OF_ETCD = "etcd-authority:";
const OF_CLIENTS = "client-authority:";
const authorities = new WeakMap<Inventory, ReadonlySet<string>>();

/** The files by which API servers of the workspace trust clients. */
function clientAuthorities(inventory: Inventory): ReadonlySet<string> {
  let found = authorities.get(inventory);
  if (found === undefined) {
    const facts = inventory.resources.flatMap((record) => record.facts ?? []);
    found = new Set(
      facts.filter((fact) => fact.startsWith(OF_CLIENTS)).map((fact) => fact.slice(OF_CLIENTS.length)),
    );
    authorities.set(inventory, found);
  }
  return found;
}

/** An authority of etcd is a finding only where an API server of the workspace trusts clients by the same file. */
const settle: Settle = ({ problem, resource }, inventory) => {
  if (problem === "sameAuthority") return true;
  const ofClients = clientAuthorities(inventory);
  const own = inventory.named(resource?.kind ?? "", resource?.name ?? "").flatMap(({ facts }) => facts ?? []);
  return own.some((fact) => fact.startsWith(OF_ETCD) && ofClients.has(fact.slice(OF_ETCD.length)));
};

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
