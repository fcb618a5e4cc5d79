import type { Span, YamlScalarValue } from "@plimsoll/syntax";

/** Something in an object that its kind does not provide for. */
export type SchemaProblem = UnknownField | WrongType | MissingField | ValueNotAllowed;

interface ProblemPlace {
  /** The exact characters, in offsets of the document. */
  readonly at: Span;
  /** Path in the object with names of list elements for indexes, such as `spec.containers[name=web].image`. */
  readonly path: string;
  /** Keys and indexes from the object to the field or value, for edits. */
  readonly steps: readonly (string | number)[];
  /** The file whose CustomResourceDefinition says so; absent for kinds of Kubernetes itself. */
  readonly definedIn?: string;
}

/** A field that the object's type does not have. */
export interface UnknownField extends ProblemPlace {
  readonly problem: "unknownField";
  readonly field: string;
  /** The type that does not have it, such as `Container`. */
  readonly owner: string;
  /** The field that is most likely meant and not there yet. */
  readonly nearest?: string;
  /** The other versions of Kubernetes that have it, such as `34-37`. */
  readonly versions?: string;
  /** Where the field would be right: a type around this one, or a field of this one. */
  readonly belongs?: { readonly to: "ancestor" | "child"; readonly name: string };
}

/** A value of another type than the field's. */
export interface WrongType extends ProblemPlace {
  readonly problem: "wrongType";
  /** Words, such as `a whole number`. */
  readonly expected: string;
  readonly actual: string;
  /** The name of the field, or of the list that holds the value. */
  readonly field: string;
  /** The one value of the right type that is meant, where there is one. */
  readonly meant?: YamlScalarValue;
}

/** A field that must be there. */
export interface MissingField extends ProblemPlace {
  readonly problem: "missingField";
  readonly field: string;
  readonly owner: string;
}

/** A value that is not one of those that the field takes. */
export interface ValueNotAllowed extends ProblemPlace {
  readonly problem: "valueNotAllowed";
  readonly field: string;
  readonly value: string;
  readonly allowed: readonly string[];
  /** The allowed value that differs least. */
  readonly nearest?: string;
  /** True where only upper and lower case differ. */
  readonly caseOnly: boolean;
}
