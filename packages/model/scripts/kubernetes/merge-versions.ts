import type { SpecDefinition, SpecField, TypeCode } from "./swagger.ts";

/** The description of the API of one minor version. */
export interface VersionSpec {
  readonly minor: number;
  readonly definitions: ReadonlyMap<string, SpecDefinition>;
}

/** A field over all versions. Lists of versions are minor numbers in rising order. */
export interface MergedField {
  readonly type: TypeCode;
  readonly versions: readonly number[];
  readonly required: readonly number[];
  /** Allowed values and the versions that have them; versions without an entry take any value. */
  readonly values: readonly { readonly values: readonly string[]; readonly versions: readonly number[] }[];
  readonly listKeys: readonly string[];
  readonly mergeKey: string | undefined;
}

/** A definition over all versions. */
export interface MergedDefinition {
  readonly versions: readonly number[];
  readonly fields: ReadonlyMap<string, MergedField>;
}

/** All versions in one. */
export interface MergedSpecs {
  readonly definitions: ReadonlyMap<string, MergedDefinition>;
  /** `group/version/Kind`: its definition and the versions that serve it. */
  readonly kinds: ReadonlyMap<string, { readonly definition: string; readonly versions: readonly number[] }>;
}

/** Joins the descriptions of all versions, which must be given in rising order. */
export function mergeVersions(specs: readonly VersionSpec[]): MergedSpecs {
  const names = new Set(specs.flatMap(({ definitions }) => [...definitions.keys()]));
  const definitions = new Map<string, MergedDefinition>();
  for (const name of names) definitions.set(name, mergeDefinition(name, specs));
  const kinds = new Map<string, { definition: string; versions: number[] }>();
  for (const { minor, definitions: own } of specs) {
    for (const [definition, { kinds: served }] of own) {
      for (const kind of served) {
        const entry = kinds.get(kind) ?? { definition, versions: [] };
        if (entry.definition !== definition)
          throw new Error(`${kind} is both ${definition} and ${entry.definition}`);
        entry.versions.push(minor);
        kinds.set(kind, entry);
      }
    }
  }
  return { definitions, kinds };
}

interface FieldOfVersion {
  readonly minor: number;
  readonly field: SpecField;
}

function mergeDefinition(name: string, specs: readonly VersionSpec[]): MergedDefinition {
  const versions: number[] = [];
  const found = new Map<string, FieldOfVersion[]>();
  for (const { minor, definitions } of specs) {
    const definition = definitions.get(name);
    if (definition === undefined) continue;
    versions.push(minor);
    for (const [fieldName, field] of definition.fields) {
      const known = found.get(fieldName);
      if (known === undefined) found.set(fieldName, [{ minor, field }]);
      else known.push({ minor, field });
    }
  }
  const fields = new Map([...found].map(([fieldName, list]) => [fieldName, mergeField(name, list)] as const));
  return { versions, fields };
}

function mergeField(owner: string, list: readonly FieldOfVersion[]): MergedField {
  const last = list.at(-1)?.field;
  if (last === undefined) throw new Error(`${owner} has a field of no version`);
  const code = last.type.join(" ");
  if (list.some(({ field }) => field.type.join(" ") !== code))
    throw new Error(`a field of ${owner} changed its type`);
  return {
    type: last.type,
    versions: list.map(({ minor }) => minor),
    required: requiredIn(list),
    values: valuesOf(list),
    listKeys: last.listKeys,
    mergeKey: last.mergeKey,
  };
}

/**
 * The versions in which a field must be there. Where a later version of the same API calls it optional, it was not enforced before
 * either: those changes correct the description, such as that of `NetworkPolicySpec.podSelector`, and not the API server.
 */
function requiredIn(list: readonly FieldOfVersion[]): readonly number[] {
  const optionalLast = list.findLastIndex(({ field }) => !field.required);
  return list.slice(optionalLast + 1).map(({ minor }) => minor);
}

function valuesOf(list: readonly FieldOfVersion[]): MergedField["values"] {
  const groups: { values: readonly string[]; versions: number[] }[] = [];
  for (const { minor, field } of list) {
    const { values } = field;
    if (values === undefined) continue;
    const group = groups.find((other) => JSON.stringify(other.values) === JSON.stringify(values));
    if (group === undefined) groups.push({ values, versions: [minor] });
    else group.versions.push(minor);
  }
  return groups;
}
