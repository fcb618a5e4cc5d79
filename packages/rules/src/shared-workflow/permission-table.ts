/** What a scope of the token can be given; `none` always. */
export type Access = "read" | "write" | "none";

const BOTH: readonly Access[] = ["read", "write", "none"];

const SCOPES: ReadonlyMap<string, readonly Access[]> = new Map<string, readonly Access[]>([
  ["actions", BOTH],
  ["artifact-metadata", BOTH],
  ["attestations", BOTH],
  ["checks", BOTH],
  ["contents", BOTH],
  ["deployments", BOTH],
  ["discussions", BOTH],
  ["id-token", ["write", "none"]],
  ["issues", BOTH],
  ["models", ["read", "none"]],
  ["packages", BOTH],
  ["pages", BOTH],
  ["pull-requests", BOTH],
  ["repository-projects", BOTH],
  ["security-events", BOTH],
  ["statuses", BOTH],
]);

/** What a scope can be given; undefined where there is no such scope. */
export function scopeAccess(scope: string): readonly Access[] | undefined {
  return SCOPES.get(scope);
}

export function scopeNames(): readonly string[] {
  return [...SCOPES.keys()];
}
