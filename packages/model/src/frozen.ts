/**
 * Gives a data file its declared type and freezes it to the last leaf. A bundle may hold the file as its text, or as a function that
 * gives the text, which cost nothing until they are asked here. Such data is not frozen, which would take longer than reading it:
 * that nobody writes to it is what the tests show, which run on the frozen data.
 *
 * The compiler widens every string of a JSON module to `string`, so the closed vocabularies have to be asserted somewhere.
 * This is the only place. What is asserted here is proved by `scripts/validate.ts`, which the build runs.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the type that the build has proved.
export function frozen<T>(json: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- proved at build, so no bundle has to carry the checks.
  return dataOf(json) as T;
}

function dataOf(json: unknown): unknown {
  if (typeof json === "function") return dataOf(json());
  return typeof json === "string" ? JSON.parse(json) : deepFreeze(json);
}

/** Data that is made when somebody asks for it first: most runs need little of the model. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function deepFreeze(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  for (const child of Object.values(value)) deepFreeze(child);
  return Object.freeze(value);
}
