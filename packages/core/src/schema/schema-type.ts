/** What may stand at a place of an object, whoever defines the kind: Kubernetes itself or a CustomResourceDefinition. */
export type SchemaType = ScalarType | ListType | MapType | ObjectSchemaType;

export type ScalarKind =
  | "string"
  /** Bytes in base64. */
  | "bytes"
  /** A point in time, as text. */
  | "time"
  /** A whole number of 32 bits. */
  | "integer"
  /** A whole number of 64 bits. */
  | "long"
  | "number"
  | "boolean"
  | "quantity"
  | "int-or-string"
  /** Any value at all, scalar or not. */
  | "any";

export interface ScalarType {
  readonly kind: ScalarKind;
  /** The values that are allowed, as text; all where absent. */
  readonly values?: readonly string[];
}

export interface ListType {
  readonly kind: "list";
  readonly of: SchemaType;
}

/** A map from any key to values of one type. */
export interface MapType {
  readonly kind: "map";
  readonly of: SchemaType;
}

export interface ObjectSchemaType {
  readonly kind: "object";
  /** Made on first use: definitions refer to each other, and to themselves. */
  readonly schema: () => ObjectSchema;
  /** True where a value that is no map is right too. */
  readonly orOther?: boolean;
}

/** The fields of an object. */
export interface ObjectSchema {
  /** What messages call it, such as `Container`. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, SchemaType>;
  readonly required: readonly string[];
  /** True where it keeps fields that it does not name. */
  readonly open: boolean;
  /** Fields that only other versions of Kubernetes have, and which. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /** The file whose CustomResourceDefinition states the kind. */
  readonly definedIn?: string;
}
