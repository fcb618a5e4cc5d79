import type { ConfigurationFacts, Inventory, RelatedLocation, WorkspaceContext } from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";

/** A text of the inventory and its place in `plimsoll.yaml`. */
export interface DeclaredText {
  readonly text: string;
  readonly range: Range;
}

/** One entry of a list of the inventory: its fields by name. */
export type DeclaredEntry = ReadonlyMap<string, DeclaredText>;

/** What `plimsoll.yaml` declares of the factory, with places. */
export interface DeclaredFactory {
  readonly file: string;
  readonly facts: ConfigurationFacts;
  /** Where what is missing is told: the key `inventory`, or the first key of the file. */
  readonly at: Range;
  /** Whether there is an inventory at all. */
  readonly isDeclared: boolean;
  readonly tools: readonly DeclaredEntry[];
  readonly environments: readonly DeclaredEntry[];
  readonly attestations: readonly DeclaredEntry[];
  /** Fields of `artifactRepository`. */
  readonly repository: DeclaredEntry;
  /** Fields of `logFlow`; those of `monitoring` as `monitoring.data` and so on. */
  readonly logFlow: DeclaredEntry;
}

const memo = new WeakMap<Inventory, { readonly factory: DeclaredFactory | undefined }>();

/** What the workspace's own `plimsoll.yaml` declares: that nearest to the root. Undefined where there is none. */
export function declaredFactory(inventory: Inventory): DeclaredFactory | undefined {
  const known = memo.get(inventory);
  if (known !== undefined) return known.factory;
  const factory = findFactory(inventory);
  memo.set(inventory, { factory });
  return factory;
}

/** The same where it holds an inventory: rules on the factory are silent about a workspace that declares none. */
export function factoryWithInventory(inventory: Inventory): DeclaredFactory | undefined {
  const factory = declaredFactory(inventory);
  return factory?.isDeclared === true ? factory : undefined;
}

function findFactory({ files }: Inventory): DeclaredFactory | undefined {
  const found = files
    .flatMap(({ file, configuration }) => (configuration === undefined ? [] : [{ file, configuration }]))
    .sort((a, b) => a.file.split("/").length - b.file.split("/").length)[0];
  if (found === undefined) return undefined;
  const { file, configuration: facts } = found;
  return {
    file,
    facts,
    at: facts.inventory ?? facts.range,
    isDeclared: facts.inventory !== undefined,
    tools: entriesOf(facts, "tools"),
    environments: entriesOf(facts, "environments"),
    attestations: entriesOf(facts, "attestations"),
    repository: fieldsOf(facts, "artifactRepository."),
    logFlow: fieldsOf(facts, "logFlow."),
  };
}

function entriesOf({ places }: ConfigurationFacts, list: string): readonly DeclaredEntry[] {
  const entries = new Map<string, Map<string, DeclaredText>>();
  const prefix = `${list}.`;
  for (const { path, text, range } of places) {
    if (!path.startsWith(prefix)) continue;
    const rest = path.slice(prefix.length);
    const dot = rest.indexOf(".");
    if (dot === -1) continue;
    const number = rest.slice(0, dot);
    const entry = entries.get(number) ?? new Map<string, DeclaredText>();
    entry.set(rest.slice(dot + 1), { text, range });
    entries.set(number, entry);
  }
  return [...entries.values()];
}

function fieldsOf({ places }: ConfigurationFacts, prefix: string): DeclaredEntry {
  const fields = places
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path, text, range }) => [path.slice(prefix.length), { text, range }] as const);
  return new Map(fields);
}

/** Whether a layer below `plimsoll.yaml` declares something too; its places are not in the workspace. */
export function declaresElsewhere({ declared }: WorkspaceContext, factory: DeclaredFactory): boolean {
  return declared.tools.length > factory.tools.length;
}

/** The inventory as a place that belongs to a problem elsewhere. */
export function relatedInventory({ file, at }: DeclaredFactory, message: string): RelatedLocation {
  return { file, range: at, message };
}
