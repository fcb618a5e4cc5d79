/**
 * Allowed values by definition and field, read from the Go file that Kubernetes generates for its own OpenAPI description: the
 * published `swagger.json` leaves them out. A definition is named by the last three parts of its package and its type, such as
 * `api_core_v1_Container`.
 */
export type EnumTable = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const FUNCTION = /^func schema_(\w+)\(/;
/** A property of the definition itself stands five tabs deep; those of nested anonymous types do not occur. */
const PROPERTY = /^\t{5}"([^"]+)": \{$/;
const ENUM = /^\t+Enum: +\[\]interface\{\}\{(.*)\},$/;

/** Reads the generated Go source. An enum outside a property of a definition throws: the file's form has changed. */
export function readEnums(source: string): EnumTable {
  const table = new Map<string, Map<string, readonly string[]>>();
  let definition: string | undefined;
  let property: string | undefined;
  for (const line of source.split("\n")) {
    const start = FUNCTION.exec(line);
    if (start !== null) {
      definition = keyOfFunction(start[1] ?? "");
      property = undefined;
      continue;
    }
    property = PROPERTY.exec(line)?.[1] ?? property;
    const values = ENUM.exec(line);
    if (values === null) continue;
    if (definition === undefined || property === undefined)
      throw new Error(`an enum outside a field: ${line.trim()}`);
    const fields = table.get(definition) ?? new Map<string, readonly string[]>();
    table.set(definition, fields.set(property, readList(values[1] ?? "")));
  }
  return table;
}

/** The key of a definition such as `io.k8s.api.core.v1.Container`. */
export function keyOfDefinition(name: string): string {
  return name.split(".").slice(-4).join("_");
}

function keyOfFunction(name: string): string {
  return name.split("_").slice(-4).join("_");
}

function readList(text: string): readonly string[] {
  const values: unknown = JSON.parse(`[${text}]`);
  if (!Array.isArray(values)) throw new Error(`not a list of values: ${text}`);
  // Two constants of the same value give it twice.
  return [...new Set(values.map(String))];
}
