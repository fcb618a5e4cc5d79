import {
  defineRule,
  type Inventory,
  type ResourceRecord,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { accountUsers } from "../../shared-workspace/service-accounts.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/service-account-not-shared",
  title: "Unrelated workloads do not share a service account",
  severity: "warning",
  confidence: "low",
  surface: "kubernetes",
  catalogue: ["KM023"],
  aliases: ["kics:shared_service_account"],
  since: "0.1.0",
  reads: "namespace",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  for (const { name, users } of accountUsers(inventory)) {
    const families = new Set(users.map(({ record }) => familyOf(record)));
    const [first] = users;
    if (name === "default" || families.size < 2 || first === undefined) continue;
    for (const { index, record, reference } of users) {
      const other =
        users.find(({ record: { name: own, kind } }) => own !== record.name || kind !== record.kind) ?? first;
      yield {
        problem: "shared",
        resource: index,
        at: reference.range,
        subject: name,
        message: `${record.kind} "${record.name}" shares service account "${name}" with ${other.record.kind} "${other.record.name}".`,
        related: [
          { file: other.record.file, range: other.reference.range, message: "also runs under this account" },
        ],
      };
    }
  }
}

/** The program that a workload is part of, as its labels say: versions of one program may share its account. */
function familyOf({ kind, name, labels, podLabels = {} }: ResourceRecord): string {
  const program =
    labels["app.kubernetes.io/part-of"] ?? podLabels["app.kubernetes.io/name"] ?? podLabels["app"];
  return program ?? `${kind}/${name}`;
}
