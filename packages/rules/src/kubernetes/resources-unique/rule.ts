import {
  defineRule,
  type Inventory,
  type ResourceRecord,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { duplicates, type Claim } from "../../shared-workspace/duplicates.ts";

export const rule: WorkspaceRule = defineRule({
  id: "kubernetes/resources-unique",
  title: "The workspace holds each object once",
  severity: "warning",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM036"],
  aliases: ["kubescape:C-0307"],
  since: "0.1.0",
  reads: "identities",
  judge,
});

function* judge(inventory: Inventory): Iterable<WorkspaceProblem> {
  const inFile = new Set<number>();
  for (const { claim, other } of duplicates(claimsBy(inventory, (file) => file))) {
    inFile.add(claim.index);
    yield problemOf(claim, other, { problem: "twice", where: "in this file" });
  }
  const inFolder = [...duplicates(claimsBy(inventory, folderOf))].filter(
    ({ claim, other }) => !inFile.has(claim.index) && other.record.file !== claim.record.file,
  );
  const shared = countBy(inFolder, filesOf);
  const defined = countBy(inFolder, ({ claim }) => claim.key);
  for (const pair of inFolder) {
    const { claim, other } = pair;
    // Files that have several objects in common, and objects that several files define, are alternatives: one is applied.
    if ((shared.get(filesOf(pair)) ?? 0) > 1 || (defined.get(claim.key) ?? 0) > 2) continue;
    yield problemOf(claim, other, {
      problem: "twiceInFolder",
      where: "in this folder",
      severity: "info",
      confidence: "low",
    });
  }
}

function countBy<One>(items: readonly One[], keyOf: (item: One) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function filesOf({ claim, other }: { readonly claim: Definition; readonly other: Definition }): string {
  return `${claim.record.file}\u0000${other.record.file}`;
}

interface Definition extends Claim {
  readonly index: number;
  readonly record: ResourceRecord;
}

function claimsBy(inventory: Inventory, scopeOf: (file: string) => string): readonly Definition[] {
  return inventory.resources.flatMap((record, index) => {
    const { name, kind, group, namespace, file } = record;
    if (name === "" || name.endsWith("*") || name.includes("{{") || name.includes("$")) return [];
    return [
      {
        key: [scopeOf(file), group, kind, namespace ?? "", name].join("\u0000"),
        owner: String(index),
        index,
        record,
      },
    ];
  });
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

type Words = Pick<WorkspaceProblem, "problem" | "severity" | "confidence"> & { readonly where: string };

function problemOf(claim: Definition, other: Definition, { where, ...problem }: Words): WorkspaceProblem {
  const { kind, name } = claim.record;
  return {
    ...problem,
    resource: claim.index,
    message: `${kind} "${name}" is defined a second time ${where}: the one that is applied last wins.`,
    related: [{ file: other.record.file, range: other.record.range, message: "the other definition" }],
  };
}
