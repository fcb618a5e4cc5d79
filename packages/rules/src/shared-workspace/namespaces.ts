import type { Inventory, ResourceRecord, WorkspaceProblem } from "@plimsoll/core";
import type { YamlPlain } from "@plimsoll/syntax";
import { companionFix } from "./companion.ts";

/** What every namespace must have, and how its absence is spoken of. */
export interface NamespaceQuestion {
  /** True where volume claims need it too, beside pods. */
  readonly forClaims?: boolean;
  readonly isSatisfied: (namespace: string) => boolean;
  readonly problem: string;
  /** Words for `Namespace "x"` or `The namespace of Pod "y"`. */
  readonly message: (where: string) => string;
  /** Title of the fix. */
  readonly title: string;
  /** What the fix adds. */
  readonly companion: (namespace: string | undefined) => YamlPlain;
}

const SYSTEM_NAMESPACES: ReadonlySet<string> = new Set(["kube-public", "kube-node-lease"]);

/** A namespace, and the object at which a finding about it stands. */
interface Holder {
  readonly index: number;
  readonly record: ResourceRecord;
}

/** Problems of namespaces that lack something: at the Namespace where the workspace holds it, else at the first workload in it. */
export function* judgeNamespaces(
  inventory: Inventory,
  question: NamespaceQuestion,
): Iterable<WorkspaceProblem> {
  for (const [namespace, { index, record }] of holdersOf(inventory, question)) {
    if (SYSTEM_NAMESPACES.has(namespace) || question.isSatisfied(namespace)) continue;
    const isNamespace = record.kind === "Namespace";
    const where = isNamespace
      ? `Namespace "${namespace}"`
      : `The namespace of ${record.kind} "${record.name}"`;
    yield {
      problem: question.problem,
      resource: index,
      ...placeOf(record),
      message: question.message(where),
      fixes: companionFix(
        record,
        question.title,
        question.companion(namespace === "" ? undefined : namespace),
      ),
    };
  }
}

/** A workload stands for its namespace by the place where it names it. */
function placeOf({ kind, references }: ResourceRecord): Pick<WorkspaceProblem, "at"> {
  const named =
    kind === "Namespace" ? undefined : references?.find(({ via }) => via === "metadata.namespace");
  return named === undefined ? {} : { at: named.range };
}

/** The namespaces of which the workspace holds the Namespace or a workload. */
function holdersOf(inventory: Inventory, question: NamespaceQuestion): ReadonlyMap<string, Holder> {
  const holders = new Map<string, Holder>();
  for (const [index, record] of inventory.resources.entries()) {
    if (record.kind === "Namespace" && record.group === "") {
      if (holders.get(record.name)?.record.kind !== "Namespace") holders.set(record.name, { index, record });
    } else if (holds(record, question) && !holders.has(record.namespace ?? "")) {
      holders.set(record.namespace ?? "", { index, record });
    }
  }
  return holders;
}

function holds({ podLabels, kind }: ResourceRecord, { forClaims }: NamespaceQuestion): boolean {
  return podLabels !== undefined || (forClaims === true && kind === "PersistentVolumeClaim");
}
