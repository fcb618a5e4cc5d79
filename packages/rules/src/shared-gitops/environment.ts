/** A stage of delivery, as folders of a repository name it. */
export type Environment = "development" | "test" | "staging" | "production";

const NAMES: ReadonlyMap<string, Environment> = new Map([
  ["dev", "development"],
  ["development", "development"],
  ["sandbox", "development"],
  ["local", "development"],
  ["preview", "development"],
  ["test", "test"],
  ["testing", "test"],
  ["qa", "test"],
  ["integration", "test"],
  ["staging", "staging"],
  ["stage", "staging"],
  ["stg", "staging"],
  ["preprod", "staging"],
  ["uat", "staging"],
  ["prod", "production"],
  ["prd", "production"],
  ["production", "production"],
]);

/** The stages in the order in which a release passes them. */
export const STAGES: readonly Environment[] = ["development", "test", "staging", "production"];

/** The environment that a path names, by its deepest folder or its file; undefined where it names none. */
export function environmentOf(path: string): Environment | undefined {
  return placeOf(path)?.environment;
}

/** A path cut at the folder that names its environment. */
export interface EnvironmentPlace {
  readonly environment: Environment;
  /** What stands before that folder, with its last `/`. */
  readonly before: string;
  readonly after: string;
}

/** Where a path names its environment: a part of a name between hyphens counts too, as in `prod-east`. */
export function placeOf(path: string): EnvironmentPlace | undefined {
  const segments = path.toLowerCase().split("/");
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const segment = segments[index] ?? "";
    const environment = NAMES.get(segment) ?? partial(segment);
    if (environment === undefined) continue;
    const before = segments.slice(0, index).join("/");
    return { environment, before, after: segments.slice(index + 1).join("/") };
  }
  return undefined;
}

function partial(segment: string): Environment | undefined {
  const [stem = ""] = segment.split(".", 1);
  const parts = stem.split(/[-_]/);
  const found = parts.flatMap((part) => NAMES.get(part) ?? []);
  return parts.length <= MAXIMUM_PARTS ? found[0] : undefined;
}

/** In longer names a word such as `test` says something else. */
const MAXIMUM_PARTS = 3;
