import { apiLifecycleTable } from "./api-lifecycle.data.ts";

/** When an API version of some kinds was deprecated and removed, in minor versions of Kubernetes 1.x. */
export interface ApiLifecycle {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  readonly deprecated: number;
  readonly removed: number;
  /** The API version that takes its place; absent where none does. */
  readonly replacement?: string;
  /** The minor version that first serves the replacement. */
  readonly since?: number;
  /** True where only the version changes and every field stays. */
  readonly sameFields?: true;
}

/** Every deprecated API version. */
export const apiLifecycles: readonly ApiLifecycle[] = apiLifecycleTable.trim().split("\n").map(readLine);

function readLine(line: string): ApiLifecycle {
  const [apiVersion = "", kinds = "", deprecated, removed, replacement, since, same] = line.split(" ");
  return {
    apiVersion,
    kinds: kinds.split(","),
    deprecated: Number(deprecated),
    removed: Number(removed),
    ...(replacement === undefined ? {} : { replacement, since: Number(since) }),
    ...(same === "same" ? { sameFields: true } : {}),
  };
}

const byKind: ReadonlyMap<string, ApiLifecycle> = new Map(
  apiLifecycles.flatMap((one) => one.kinds.map((kind) => [`${one.apiVersion}/${kind}`, one] as const)),
);

/** The lifecycle of a deprecated API version of a kind; undefined for versions that are not deprecated or not Kubernetes' own. */
export function lifecycleOf(apiVersion: string, kind: string): ApiLifecycle | undefined {
  return byKind.get(`${apiVersion}/${kind}`);
}
