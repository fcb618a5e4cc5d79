import type { KubernetesSchemas } from "@plimsoll/model/kubernetes-schemas";
import { decodeDefinition, holdsVersion } from "./decode.ts";
import { customObjectSchema, type CustomSchema } from "./custom-schema.ts";
import type { ObjectSchema } from "./schema-type.ts";

/** What is known of a kind: its structure, or why there is none. */
export type KindLookup =
  | { readonly schema: ObjectSchema }
  /** The versions of Kubernetes that are known do not have this one. */
  | { readonly missing: "version"; readonly minors: readonly number[] }
  /** A group of Kubernetes itself, but this version does not serve the kind; `served` says which do, such as `29-31`. */
  | { readonly missing: "served"; readonly served: string | undefined; readonly groups: readonly string[] }
  /** Nobody said what the kind looks like. */
  | { readonly missing: "kind" }
  /** Several CustomResourceDefinitions of the workspace say different things. */
  | { readonly missing: "ambiguous"; readonly files: readonly string[] };

/** Kinds whose look-up is remembered; a hostile file may name any number of them. */
const REMEMBERED_KINDS = 1000;

/** Names of a kind. */
export interface KindName {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

interface ServedKind {
  readonly definition: number;
  readonly versions: string | undefined;
}

/** Structures of kinds for one version of Kubernetes. Each is read when it is first asked for. */
export class SchemaStore {
  readonly #data: KubernetesSchemas;
  readonly #minor: number;
  readonly #custom: ReadonlyMap<string, readonly CustomSchema[]>;
  readonly #definitions = new Map<number, ObjectSchema>();
  readonly #lookups = new Map<string, KindLookup>();
  #kinds: ReadonlyMap<string, ServedKind> | undefined;

  constructor(data: KubernetesSchemas, minor: number, custom: readonly CustomSchema[]) {
    this.#data = data;
    this.#minor = minor;
    this.#custom = byName(custom);
  }

  /** The structure of a kind. */
  lookUp(name: KindName): KindLookup {
    const key = keyOf(name);
    let lookup = this.#lookups.get(key);
    if (lookup === undefined) {
      lookup = this.#find(key, name);
      if (this.#lookups.size < REMEMBERED_KINDS) this.#lookups.set(key, lookup);
    }
    return lookup;
  }

  /** The kinds that the version serves, and those of the workspace's CustomResourceDefinitions. */
  kinds(): readonly KindName[] {
    if (!this.#data.minors.includes(this.#minor)) return [];
    const served = [...this.#served()].filter(([, kind]) => isServed(kind, this.#minor));
    const names = new Set([...served.map(([key]) => key), ...this.#custom.keys()]);
    return [...names].map((key) => {
      const [group = "", version = "", kind = ""] = key.split("/");
      return { group, version, kind };
    });
  }

  #find(key: string, name: KindName): KindLookup {
    const { minors } = this.#data;
    if (!minors.includes(this.#minor)) return { missing: "version", minors };
    const kinds = this.#served();
    const served = kinds.get(key);
    if (served !== undefined && isServed(served, this.#minor)) {
      return { schema: this.#definition(served.definition) };
    }
    const custom = this.#custom.get(key);
    if (custom !== undefined) return this.#customKind(custom);
    if (!this.#isBuiltIn(name.group)) return { missing: "kind" };
    return { missing: "served", served: served?.versions, groups: this.#servedBy(name.kind) };
  }

  #served(): ReadonlyMap<string, ServedKind> {
    this.#kinds ??= new Map(
      this.#data.kinds.map((row) => {
        const space = row.indexOf(" ");
        const at = row.indexOf("@", space);
        const definition = Number.parseInt(row.slice(space + 1), 10);
        return [row.slice(0, space), { definition, versions: at < 0 ? undefined : row.slice(at + 1) }];
      }),
    );
    return this.#kinds;
  }

  /** Groups that Kubernetes itself serves or served. */
  #isBuiltIn(group: string): boolean {
    if (group === "extensions") return true;
    const prefix = `${group}/`;
    for (const key of this.#served().keys()) if (key.startsWith(prefix)) return true;
    return false;
  }

  /** The `apiVersion`s under which this version of Kubernetes serves a kind of that name. */
  #servedBy(kind: string): readonly string[] {
    const found: string[] = [];
    for (const [key, served] of this.#served()) {
      if (!key.endsWith(`/${kind}`) || !isServed(served, this.#minor)) continue;
      const apiVersion = key.slice(0, -kind.length - 1);
      found.push(apiVersion.startsWith("/") ? apiVersion.slice(1) : apiVersion);
    }
    return found;
  }

  #definition(number: number): ObjectSchema {
    let schema = this.#definitions.get(number);
    if (schema === undefined) {
      schema = decodeDefinition(this.#data.definitions[number] ?? "", {
        data: this.#data,
        minor: this.#minor,
        typeOf: (other) => () => this.#definition(other),
      });
      this.#definitions.set(number, schema);
    }
    return schema;
  }

  #customKind(schemas: readonly CustomSchema[]): KindLookup {
    const [first, ...others] = schemas;
    if (first === undefined) return { missing: "kind" };
    if (others.some((other) => other.text !== first.text)) {
      return { missing: "ambiguous", files: schemas.map(({ file }) => file) };
    }
    const metadata = this.lookUp({ group: "", version: "v1", kind: "ConfigMap" });
    const meta = "schema" in metadata ? metadata.schema.fields.get("metadata") : undefined;
    return { schema: customObjectSchema(first, meta ?? { kind: "any" }) };
  }
}

function isServed({ versions }: ServedKind, minor: number): boolean {
  return versions === undefined || holdsVersion(versions, minor);
}

function keyOf({ group, version, kind }: KindName): string {
  return `${group}/${version}/${kind}`;
}

function byName(custom: readonly CustomSchema[]): ReadonlyMap<string, readonly CustomSchema[]> {
  const map = new Map<string, CustomSchema[]>();
  for (const schema of custom) {
    const list = map.get(keyOf(schema));
    if (list === undefined) map.set(keyOf(schema), [schema]);
    else list.push(schema);
  }
  return map;
}
