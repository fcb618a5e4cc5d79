/**
 * What is known of a variable. `unset` has no value unless the builder is given one, so `${x:-d}` is `d`;
 * `unknown` has a value that the analysis cannot see, such as one inherited from an image.
 */
export type VariableValue =
  | { readonly kind: "value"; readonly text: string; readonly unresolved: readonly string[] }
  | { readonly kind: "unset" }
  | { readonly kind: "unknown" };

/** The variables in force at a place of a Dockerfile. */
export type Lookup = (name: string) => VariableValue;
