import { frozen } from "./frozen.ts";

/**
 * The structure of the objects of Kubernetes for every minor version that Plimsoll knows, in short codes. `@plimsoll/core` reads
 * the codes; the file is written by `scripts/kubernetes-schemas.ts`.
 */
export interface KubernetesSchemas {
  /** Where the facts come from, and under which licence. */
  readonly source: string;
  /** The releases that were read, such as `v1.37.2`. */
  readonly releases: readonly string[];
  /** Their minor numbers, in rising order. */
  readonly minors: readonly number[];
  /** Lists of allowed values, by number. */
  readonly enums: readonly (readonly string[])[];
  /**
   * `group/version/Kind number`, with an empty group for the core, then the versions that serve it where these are not all:
   * `resource.k8s.io/v1/DeviceClass 576@34-37`. The number is that of the definition.
   */
  readonly kinds: readonly string[];
  /**
   * Definitions by number: the name, then each field as `name:type` and what else is known of it, all separated by spaces.
   *
   * Types: `s` string, `y` bytes in base64, `t` time, `i` 32-bit and `l` 64-bit integer, `n` number, `b` boolean, `q` quantity, `x`
   * integer or string, `a` anything, `&12` an object of definition 12, `?&12` such an object or any other value that is not
   * a map, `[` before a type a list of it, `{` a map from any key to it.
   *
   * Then, each behind a `|`: `@31-34,36` the versions that have the field; `!` required, `!@31-34` in these versions; `=3` the
   * enum of that number, `=3@31-34` in these versions, for the elements of a list; `#a,b` the fields that tell elements of the list
   * apart; `~a` the field by which a strategic merge patch finds an element. Versions without `@` are all that have the
   * definition, or the field.
   */
  readonly definitions: readonly string[];
}

let loaded: Promise<KubernetesSchemas> | undefined;

/** Loads the schemas: once, and not before somebody asks. */
export function loadKubernetesSchemas(): Promise<KubernetesSchemas> {
  loaded ??= import("./data/kubernetes-schemas.json", { with: { type: "json" } }).then((module) =>
    frozen<KubernetesSchemas>(module.default),
  );
  return loaded;
}
