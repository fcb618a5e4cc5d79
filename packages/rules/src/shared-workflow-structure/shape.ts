/** What may stand at a place of a workflow or action. An expression may stand for any scalar and for what says so. */
export type Shape = TextShape | ScalarShape | MapShape | ListShape | EitherShape | AnyShape;

/** A text; numbers and booleans are read as texts too. */
export interface TextShape {
  readonly kind: "text";
  /** Whether it may be empty. */
  readonly empty?: boolean;
  /** The only texts, where they are known. */
  readonly of?: readonly string[];
}

export interface ScalarShape {
  readonly kind: "boolean" | "number";
  /** False where GitHub takes no expression. */
  readonly expression?: boolean;
}

export interface MapShape {
  readonly kind: "map";
  readonly keys: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** The shape of keys that are not listed; none may stand there where absent. */
  readonly rest?: Shape;
  /** Whether a missing value stands for an empty map. */
  readonly empty?: boolean;
  /** False where an empty map is of no use and refused. */
  readonly mayBeEmpty?: boolean;
  /** Whether two keys that differ only in letter case are the same, and refused. */
  readonly foldsCase?: boolean;
  /** Whether an expression may stand for all of it. */
  readonly expression?: boolean;
}

export interface ListShape {
  readonly kind: "list";
  readonly item: Shape;
  /** Whether one item may stand for a list of it. */
  readonly single?: boolean;
  /** Whether it may have no items, or no value. */
  readonly empty?: boolean;
  /** Whether an expression may stand for all of it. */
  readonly expression?: boolean;
}

/** A map, or else a scalar or list. */
export interface EitherShape {
  readonly kind: "either";
  readonly map: () => MapShape;
  readonly other: Shape;
}

export interface AnyShape {
  readonly kind: "any";
}

export const any: AnyShape = { kind: "any" };
export const text: TextShape = { kind: "text" };
export const anyText: TextShape = { kind: "text", empty: true };
export const bool: ScalarShape = { kind: "boolean" };
export const numeric: ScalarShape = { kind: "number" };

export function map(keys: Readonly<Record<string, Shape>>, rest: Partial<MapShape> = {}): MapShape {
  return { kind: "map", keys, ...rest };
}

/** A map of any names. */
export function mapOf(shape: Shape, rest: Partial<MapShape> = {}): MapShape {
  return { kind: "map", keys: {}, rest: shape, foldsCase: true, ...rest };
}

export function list(item: Shape, rest: Partial<ListShape> = {}): ListShape {
  return { kind: "list", item, ...rest };
}

export function either(shape: MapShape, other: Shape): EitherShape {
  return { kind: "either", map: () => shape, other };
}
