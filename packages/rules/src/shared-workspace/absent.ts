import type { Fix, Inventory, ResourceRecord, ResourceReference, WorkspaceProblem } from "@plimsoll/core";
import type { YamlPlain } from "@plimsoll/syntax";
import { companionFix, companionMetadata } from "./companion.ts";

/** Which references are looked at, and how a missing object is spoken of. */
export interface AbsentQuestion {
  readonly kind: string;
  /** Fields, as `ResourceReference.via`. */
  readonly via: readonly string[];
  /** Names that exist without a manifest. */
  readonly ignore?: (name: string) => boolean;
  /** Such as `runs under service account`. */
  readonly words: string;
  /** Title of the fix that adds the object, and the object itself. */
  readonly title?: string;
  readonly companion?: (metadata: YamlPlain) => YamlPlain;
  /** True where the object is always kept beside what names it, so that its absence is told although the workspace holds none of the kind. */
  readonly always?: boolean;
  /** True for kinds without namespaces: objects of the kind anywhere count. */
  readonly anyNamespace?: boolean;
}

/**
 * Problems for references to objects that the workspace does not hold. Where it holds no object of that kind in the namespace
 * at all, they come from elsewhere, and nothing is said.
 */
export function* judgeAbsent(inventory: Inventory, question: AbsentQuestion): Iterable<WorkspaceProblem> {
  for (const { index, record, reference } of inventory.referencesTo(question.kind)) {
    if (!isAbsent(inventory, question, { record, reference })) continue;
    yield {
      problem: "absent",
      resource: index,
      at: reference.range,
      subject: `${reference.via}/${reference.name}`,
      message: `${record.kind} "${record.name}" ${question.words} "${reference.name}", which the workspace does not hold.`,
      fixes: fixesOf(question, { record, reference }),
    };
  }
}

interface Use {
  readonly record: ResourceRecord;
  readonly reference: ResourceReference;
}

function fixesOf({ title, companion }: AbsentQuestion, { record, reference }: Use): readonly Fix[] {
  if (title === undefined || companion === undefined) return [];
  const metadata = companionMetadata(reference.name, reference.namespace ?? record.namespace);
  return companionFix(record, title, companion(metadata));
}

function isAbsent(inventory: Inventory, question: AbsentQuestion, { record, reference }: Use): boolean {
  const { kind } = question;
  if (!isAsked(question, reference)) return false;
  if (question.anyNamespace === true) {
    return inventory.ofKind(kind).length > 0 && inventory.named(kind, reference.name).length === 0;
  }
  const namespace = reference.namespace ?? record.namespace ?? "";
  if (question.always !== true && inventory.ofKind(kind, namespace).length === 0) return false;
  return !inventory.named(kind, reference.name).some((found) => (found.namespace ?? "") === namespace);
}

/** A name with a variable in it is not known. */
function isAsked({ kind, via, ignore }: AbsentQuestion, reference: ResourceReference): boolean {
  if (reference.kind !== kind || !via.includes(reference.via) || reference.optional === true) return false;
  return ignore?.(reference.name) !== true && !reference.name.includes("$");
}

/** Kinds of objects from which a controller makes a Secret of the same name. */
const SECRET_MAKERS: readonly string[] = [
  "ExternalSecret",
  "SealedSecret",
  "Certificate",
  "VaultStaticSecret",
  "VaultDynamicSecret",
  "OnePasswordItem",
];

/** Whether an object of the workspace makes a Secret of this name, or may. */
export function providesSecret(inventory: Inventory, name: string): boolean {
  return SECRET_MAKERS.some((kind) => inventory.named(kind, name).length > 0) || hasGenerators(inventory);
}

/** Whether Kustomize generators are in the workspace: they name objects with a hash that no file shows. */
export function hasGenerators(inventory: Inventory): boolean {
  return inventory.ofKind("Kustomization").some(({ group }) => group === "kustomize.config.k8s.io");
}
