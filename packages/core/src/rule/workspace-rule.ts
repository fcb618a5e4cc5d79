import type { Range } from "@plimsoll/syntax";
import type { DeclaredInventory } from "../config/declared-inventory.ts";
import type { Confidence, Fix, RelatedLocation, Severity } from "../finding/finding.ts";
import type { Inventory } from "../inventory/inventory.ts";
import type { RuleContext, RuleMeta } from "./rule.ts";

/**
 * A problem that only the whole workspace shows. Offsets of documents do not fit here: places come from inventory records and
 * from what files tell, and edits of a fix count from the start of their file.
 */
export type WorkspaceProblem = ObjectProblem | FileProblem;

/** A problem that stands on an object. */
export interface ObjectProblem extends WorkspaceProblemWords {
  /** Index into `inventory.resources`. */
  readonly resource: number;
  /** A place inside the resource's file, such as that of a reference; the resource's name where absent. */
  readonly at?: Range;
}

/** A problem that stands in a file without objects, such as a workflow or `plimsoll.yaml`. */
export interface FileProblem extends WorkspaceProblemWords {
  /** Workspace path. */
  readonly file: string;
  readonly at: Range;
}

interface WorkspaceProblemWords {
  readonly problem: string;
  readonly message: string;
  /** What tells problems of one resource apart, whatever line they move to, such as the name that is referred to. */
  readonly subject?: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** Those of the rule's aliases that stand for this very problem, where it does not stand for all of them. */
  readonly aliases?: readonly string[];
  /** Places in this or other files that belong to it. */
  readonly related?: readonly RelatedLocation[];
  readonly fixes?: readonly Fix[];
}

/** What a rule over the workspace may know besides the files. */
export interface WorkspaceContext extends Omit<RuleContext, "path" | "sibling" | "schemas"> {
  /** What the configuration says of tools, environments and statements of people. */
  readonly declared: DeclaredInventory;
  /** ISO date of the day that is judged by; undefined where the host gives none. */
  readonly today?: string;
}

/**
 * What a judgement over the workspace reads, so that an editor judges again only what an edit can have changed. A rule that reads what
 * files tell beside their objects (`files`, `pipeline`, `graph`) states nothing.
 * - `namespace`: whatever is found at an object follows from the objects of its namespace, from those without one, and from which
 *   kinds the workspace holds at all; a Namespace belongs to the namespace that it makes;
 * - `identities`: only the kinds, groups, namespaces and names of objects, and the files that they are in;
 * - `kinds`: only objects of these kinds.
 */
export type WorkspaceReads = "namespace" | "identities" | { readonly kinds: readonly string[] };

/** A rule over the inventory of all files. */
export interface WorkspaceRule extends RuleMeta {
  /** Absent where it may read anything. */
  readonly reads?: WorkspaceReads;
  readonly judge: (inventory: Inventory, context: WorkspaceContext) => Iterable<WorkspaceProblem>;
}
