import type { Inventory, ResourceRecord } from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";
import { heldNamespaces, isEnrolled } from "./scope.ts";

/** A workload that has the identity of another program. */
export interface SharedIdentity {
  readonly index: number;
  readonly record: ResourceRecord;
  readonly account: string;
  readonly other: ResourceRecord;
  /** The place of the account's name, where it is stated. */
  readonly at: Range | undefined;
}

interface User {
  readonly index: number;
  readonly record: ResourceRecord;
  readonly program: string;
  readonly at: Range | undefined;
}

/** Kinds that are not run beside the others, so that sharing their account means nothing. */
const ONCE: ReadonlySet<string> = new Set([
  ...["Job", "CronJob", "Pod", "PodTemplate", "ScaledJob", "JobSet", "AnalysisTemplate"],
  "ClusterAnalysisTemplate",
]);

/** Workloads of Istio or Linkerd, which take the identity from the service account, that share the service account, and so the certificate, of a workload of another program. */
export function* sharedIdentities(inventory: Inventory): Iterable<SharedIdentity> {
  const enrolled = new Set(
    heldNamespaces(inventory)
      .filter(({ facts }) => isEnrolled(facts) && !facts.has("mesh:other"))
      .map(({ record }) => record.name),
  );
  const groups = new Map<string, User[]>();
  for (const [index, record] of inventory.resources.entries()) {
    if (record.podLabels === undefined || ONCE.has(record.kind) || !isInMesh(record, enrolled)) continue;
    const reference = record.references?.find(({ via }) => via === "serviceAccountName");
    const key = `${record.namespace ?? ""}\u0000${reference?.name ?? "default"}`;
    const users = groups.get(key) ?? [];
    users.push({ index, record, program: programOf(record), at: reference?.range });
    groups.set(key, users);
  }
  for (const [key, users] of groups) yield* sharing(key.slice(key.indexOf("\u0000") + 1), users);
}

function isInMesh({ namespace = "", facts = [] }: ResourceRecord, enrolled: ReadonlySet<string>): boolean {
  const own = new Set(facts);
  if (own.has("mesh:other")) return false;
  return isEnrolled(own) || (enrolled.has(namespace) && !own.has("mesh:off"));
}

function* sharing(account: string, users: readonly User[]): Iterable<SharedIdentity> {
  const [first] = users;
  const second = users.find(({ program }) => program !== first?.program);
  if (first === undefined || second === undefined) return;
  for (const { index, record, program, at } of users) {
    const other = program === first.program ? second.record : first.record;
    yield { index, record, account, other, at };
  }
}

/** The program of a workload by its labels: several versions of one program are one. */
function programOf({ name, podLabels = {} }: ResourceRecord): string {
  return podLabels["app.kubernetes.io/name"] ?? podLabels["app"] ?? podLabels["k8s-app"] ?? name;
}
