/** What every input has. */
interface InputBase {
  /** As in `action.yml`. */
  readonly name: string;
  readonly required: boolean;
  /** As in `action.yml`; empty where it has none. */
  readonly default: string;
}

/**
 * One input of an action, as `action.yml` defines it.
 * - `text`: trimmed.
 * - `flag`: `true` or `false`, also `yes`, `no`, `on`, `off`.
 * - `list`: entries divided by line ends or commas; from `#` to the end of a line is a comment.
 * - `lines`: one entry a line, which may hold commas; a line that begins with `#` is a comment.
 * - `one-of`, `some-of`: a word, or a list of words, of a closed set.
 * - `count`, `number`: a whole number, or any, within limits.
 * - `secret`, `secret-lines`: as `text` and `lines`, and masked before anything else happens.
 * - `alias`: another name of an input.
 */
export type InputSpec = InputBase &
  (
    | { readonly kind: "text" | "flag" | "list" | "lines" | "secret" | "secret-lines" }
    | { readonly kind: "one-of" | "some-of"; readonly values: readonly string[] }
    | { readonly kind: "count" | "number"; readonly minimum: number; readonly maximum: number }
    | { readonly kind: "alias"; readonly of: string }
  );

/** Inputs by the name of their member: `build-args` is `buildArgs`. */
export type InputSpecs = Readonly<Record<string, InputSpec>>;

/** An input that has no default and need not be given may be absent. */
type Given<Spec extends InputSpec, Value> = Spec["required"] extends true
  ? Value
  : Spec["default"] extends ""
    ? Value | undefined
    : Value;

/** The type of an input's value. */
export type InputValue<Spec extends InputSpec> = Spec extends { readonly kind: "flag" }
  ? boolean
  : Spec extends { readonly kind: "list" | "lines" | "secret-lines" }
    ? readonly string[]
    : Spec extends { readonly kind: "some-of"; readonly values: readonly (infer Word)[] }
      ? readonly Word[]
      : Spec extends { readonly kind: "one-of"; readonly values: readonly (infer Word)[] }
        ? Given<Spec, Word>
        : Spec extends { readonly kind: "count" | "number" }
          ? Given<Spec, number>
          : Given<Spec, string>;

/** The values of an action's inputs. Aliases are gone: their values stand under the name that they are another name of. */
export type InputsOf<Specs extends InputSpecs> = {
  readonly [Key in keyof Specs as Specs[Key]["kind"] extends "alias" ? never : Key]: InputValue<Specs[Key]>;
};
